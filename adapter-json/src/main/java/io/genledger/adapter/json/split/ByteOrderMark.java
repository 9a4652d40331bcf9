package io.genledger.adapter.json.split;

import java.util.Arrays;
import java.util.HexFormat;

/** The byte order marks with which a stream may begin. */
enum ByteOrderMark {
    UTF_32BE("0000FEFF"),
    UTF_32LE("FFFE0000"),
    UTF_16BE("FEFF"),
    UTF_16LE("FFFE"),
    UTF_8("EFBBBF"),
    NONE("");

    /** The length of the longest mark, in bytes. */
    static final int MAX_BYTES = 4;

    private final byte[] mark;

    ByteOrderMark(String mark) {
        this.mark = HexFormat.of().parseHex(mark);
    }

    /** The mark with which the first {@code length} bytes of a stream begin. */
    static ByteOrderMark of(byte[] start, int length) {
        return Arrays.stream(values())
                .filter(candidate -> candidate.begins(start, length))
                .findFirst()
                .orElse(NONE);
    }

    private boolean begins(byte[] start, int length) {
        return length >= mark.length && Arrays.equals(start, 0, mark.length, mark, 0, mark.length);
    }

    /** The name of the encoding, if it is not UTF-8. */
    String encoding() {
        return name().substring(0, "UTF-16".length()).replace('_', '-');
    }

    /** Whether the text is UTF-8, with or without a mark. */
    boolean isUtf8() {
        return this == UTF_8 || this == NONE;
    }

    /** The length of the mark, in bytes. */
    int bytes() {
        return mark.length;
    }
}
