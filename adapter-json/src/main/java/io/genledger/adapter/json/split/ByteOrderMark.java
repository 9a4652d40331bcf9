package io.genledger.adapter.json.split;

import java.util.Arrays;
import java.util.HexFormat;

/** The bytes by which some programs say at the start of a file how it is encoded. */
enum ByteOrderMark {
    UTF_32BE("UTF-32", "0000FEFF"),
    UTF_32LE("UTF-32", "FFFE0000"),
    UTF_16BE("UTF-16", "FEFF"),
    UTF_16LE("UTF-16", "FFFE"),
    UTF_8("UTF-8", "EFBBBF"),
    NONE("UTF-8", "");

    /** Bytes of the longest mark. */
    static final int MAX_BYTES = 4;

    private final String encoding;
    private final byte[] mark;

    ByteOrderMark(String encoding, String mark) {
        this.encoding = encoding;
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

    /** The encoding's name. */
    String encoding() {
        return encoding;
    }

    /** Whether the text is UTF-8, with a mark or without. */
    boolean isUtf8() {
        return this == UTF_8 || this == NONE;
    }

    /** How long the mark is. */
    int bytes() {
        return mark.length;
    }
}
