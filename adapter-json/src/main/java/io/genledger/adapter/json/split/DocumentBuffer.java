package io.genledger.adapter.json.split;

import io.genledger.adapter.json.value.Limits;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one document while it is read: as they come up to {@link Limits#DOCUMENT_BYTES}, and
 * of a longer document without its long strings.
 */
final class DocumentBuffer {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private @Nullable LongStrings shortened;
    private long read;

    /** Adds bytes, as many as fit; returns where those begin that do not. */
    int add(byte[] chunk, int from, int to) {
        int fitting = (int) Math.min(to - from, Limits.LONG_DOCUMENT_BYTES - read);
        read += fitting;
        if (shortened == null && bytes.size() + fitting <= Limits.DOCUMENT_BYTES) {
            bytes.write(chunk, from, fitting);
            return from + fitting;
        }
        return shorten(chunk, from, from + fitting);
    }

    private int shorten(byte[] chunk, int from, int to) {
        if (shortened == null) {
            shortened = new LongStrings();
            shortened.write(bytes.toByteArray(), 0, bytes.size());
            bytes.reset();
        }
        int end = Math.min(to, from + Math.max(0, Limits.DOCUMENT_BYTES - shortened.size()));
        shortened.write(chunk, from, end);
        return end;
    }

    /** The number of bytes that were added. */
    long size() {
        return read;
    }

    /** Whether the document is too long even without its long strings. */
    boolean isTooLong() {
        return shortened != null && shortened.size() > Limits.DOCUMENT_BYTES;
    }

    /** The document; the buffer is empty then. */
    byte[] take() {
        byte[] document = shortened == null ? bytes.toByteArray() : shortened.bytes();
        bytes.reset();
        shortened = null;
        read = 0;
        return document;
    }

    /** The most that a document may have, for a message. */
    static String limit() {
        return "a document of at most "
                + Limits.DOCUMENT_BYTES
                + " bytes besides its long texts, and of "
                + (Limits.LONG_DOCUMENT_BYTES >> 20)
                + " MiB with them, found a longer one";
    }
}
