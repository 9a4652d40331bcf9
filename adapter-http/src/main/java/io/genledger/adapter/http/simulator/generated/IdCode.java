package io.genledger.adapter.http.simulator.generated;

import io.genledger.adapter.http.simulator.chance.Draw;

/**
 * Writes a number so that it looks like the random end of an id, and reads it back: eleven
 * characters are drawn from seed and number, and hide the number in the nine behind them.
 */
final class IdCode {

    static final int LENGTH = 20;

    private static final String ALPHABET =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int BASE = ALPHABET.length();
    private static final int MASK_LENGTH = 11;
    private static final long BITS = (1L << 53) - 1;

    private final Draw draw;

    IdCode(Draw draw) {
        this.draw = draw;
    }

    /** 20 letters and digits; {@code number} below 2^53. */
    String write(long number) {
        long mask = draw.forNumber(number).nextLong();
        char[] code = new char[LENGTH];
        write(mask, code, 0, MASK_LENGTH);
        write(number ^ hiding(mask), code, MASK_LENGTH, LENGTH);
        return new String(code);
    }

    /** The only number that {@code code}, of 20 letters and digits, can stand for. */
    long read(String code) {
        long mask = read(code, 0, MASK_LENGTH);
        return (read(code, MASK_LENGTH, LENGTH) ^ hiding(mask)) & BITS;
    }

    private static long hiding(long mask) {
        return Draw.mixed(mask) & BITS;
    }

    private static void write(long value, char[] code, int from, int to) {
        long rest = value;
        for (int i = to - 1; i >= from; i--) {
            code[i] = ALPHABET.charAt((int) Long.remainderUnsigned(rest, BASE));
            rest = Long.divideUnsigned(rest, BASE);
        }
    }

    private static long read(String code, int from, int to) {
        long value = 0;
        for (int i = from; i < to; i++) {
            value = value * BASE + ALPHABET.indexOf(code.charAt(i));
        }
        return value;
    }
}
