package io.genledger.adapter.http.simulator.generated;

import io.genledger.adapter.http.simulator.random.SeededRandom;

/**
 * Encodes a number as the random-looking end of an id, and decodes it. Eleven characters are a mask
 * derived from seed and number; the other nine are the number combined with that mask by XOR.
 */
final class IdCode {

    static final int LENGTH = 20;

    private static final String ALPHABET =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int BASE = ALPHABET.length();
    private static final int MASK_LENGTH = 11;
    private static final long BITS = (1L << 53) - 1;

    private final SeededRandom seeded;

    IdCode(SeededRandom seeded) {
        this.seeded = seeded;
    }

    /** Encodes {@code number}, below 2^53, as 20 letters and digits. */
    String write(long number) {
        long mask = seeded.forNumber(number).nextLong();
        char[] code = new char[LENGTH];
        write(mask, code, 0, MASK_LENGTH);
        write(number ^ hiding(mask), code, MASK_LENGTH, LENGTH);
        return new String(code);
    }

    /**
     * Decodes 20 letters and digits; a code that {@link #write} did not return yields any number.
     */
    long read(String code) {
        long mask = read(code, 0, MASK_LENGTH);
        return (read(code, MASK_LENGTH, LENGTH) ^ hiding(mask)) & BITS;
    }

    private static long hiding(long mask) {
        return SeededRandom.mixed(mask) & BITS;
    }

    private static void write(long value, char[] code, int from, int to) {
        long remaining = value;
        for (int i = to - 1; i >= from; i--) {
            code[i] = ALPHABET.charAt((int) Long.remainderUnsigned(remaining, BASE));
            remaining = Long.divideUnsigned(remaining, BASE);
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
