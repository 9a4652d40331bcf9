package io.genledger.app.export.file;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** The compression of a file, by the ending of its name. */
public enum Compression {

    /** None. */
    NONE(""),

    /** {@code .gz}, RFC 1952. */
    GZIP(".gz"),

    /** {@code .zst}, RFC 8878. */
    ZSTD(".zst");

    private static final int BUFFER = 1 << 16;

    private final String ending;

    Compression(String ending) {
        this.ending = ending;
    }

    /** The compression that the name of a file states. */
    public static Compression ofFile(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(GZIP.ending) ? GZIP : lower.endsWith(ZSTD.ending) ? ZSTD : NONE;
    }

    /** The name without the ending of this compression. */
    public String without(String name) {
        return name.substring(0, name.length() - ending.length());
    }

    /** Compresses what is written into {@code out}; closing it closes that, too. */
    public OutputStream into(OutputStream out) throws IOException {
        return switch (this) {
            case NONE -> out;
            case GZIP -> new GZIPOutputStream(out, BUFFER);
            case ZSTD -> new ZstdOutputStream(out);
        };
    }
}
