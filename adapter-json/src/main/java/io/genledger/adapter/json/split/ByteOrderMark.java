package io.genledger.adapter.json.split;

/** The bytes by which some programs say at the start of a file how it is encoded. */
enum ByteOrderMark {
    UTF_32BE("UTF-32", 0x00, 0x00, 0xFE, 0xFF),
    UTF_32LE("UTF-32", 0xFF, 0xFE, 0x00, 0x00),
    UTF_16BE("UTF-16", 0xFE, 0xFF),
    UTF_16LE("UTF-16", 0xFF, 0xFE),
    UTF_8("UTF-8", 0xEF, 0xBB, 0xBF),
    NONE("UTF-8");

    /** Bytes of the longest mark. */
    static final int MAX_BYTES = 4;

    private final String encoding;
    private final int[] mark;

    ByteOrderMark(String encoding, int... mark) {
        this.encoding = encoding;
        this.mark = mark;
    }

    /** The mark with which the first {@code length} bytes of a stream begin. */
    static ByteOrderMark of(byte[] start, int length) {
        for (ByteOrderMark candidate : values()) {
            if (candidate.begins(start, length)) {
                return candidate;
            }
        }
        return NONE;
    }

    /** The encoding's name. */
    String encoding() {
        return encoding;
    }

    /** Whether what follows is UTF-8, as it also is without a mark. */
    boolean isUtf8() {
        return this == UTF_8 || this == NONE;
    }

    /** How long the mark is. */
    int bytes() {
        return mark.length;
    }

    private boolean begins(byte[] start, int length) {
        if (length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((start[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
