package io.genledger.app.container;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** The format of a file, by its first bytes. */
public enum Format {
    GZIP("gzip", "\u001f\u008b\b"),
    ZIP("zip", "PK\u0003\u0004", "PK\u0005\u0006"),
    ZSTD("zstd", "(\u00b5/\u00fd"),
    BZIP2("bzip2", "BZh"),
    XZ("xz", "\u00fd7zXZ\u0000"),
    SEVEN_ZIP("7-Zip", "7z\u00bc\u00af'\u001c"),
    SQLITE("SQLite", "SQLite format 3\u0000"),
    /** What SQLite keeps beside a database: its log, the index of it, or its rollback journal. */
    BESIDE_SQLITE(
            "SQLite",
            "7\u007f\u0006\u0082",
            "7\u007f\u0006\u0083",
            "\u0018\u00e2-\u0000",
            "\u00d9\u00d5\u0005\u00f9 \u00a1c\u00d7"),
    PARQUET("Parquet", "PAR1"),
    TAR("tar"),
    PLAIN("text");

    /** The number of bytes that {@link #of} needs. */
    public static final int START = 512;

    private static final int TAR_MAGIC_AT = 257;
    private static final byte[] TAR_MAGIC = "ustar".getBytes(StandardCharsets.ISO_8859_1);

    private final String word;
    private final byte[][] starts;

    Format(String word, String... starts) {
        this.word = word;
        this.starts =
                Arrays.stream(starts)
                        .map(start -> start.getBytes(StandardCharsets.ISO_8859_1))
                        .toArray(byte[][]::new);
    }

    /**
     * The format of a file that begins with these bytes.
     *
     * @param start the first {@value #START} bytes, or all if there are fewer
     */
    public static Format of(byte[] start) {
        for (Format format : values()) {
            if (Arrays.stream(format.starts).anyMatch(magic -> hasAt(start, 0, magic))) {
                return format;
            }
        }
        return hasAt(start, TAR_MAGIC_AT, TAR_MAGIC) ? TAR : PLAIN;
    }

    /**
     * The format of a file.
     *
     * @throws IOException if it cannot be read
     */
    public static Format of(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return of(stream.readNBytes(START));
        }
    }

    private static boolean hasAt(byte[] bytes, int at, byte[] magic) {
        int end = at + magic.length;
        return bytes.length >= end && Arrays.equals(bytes, at, end, magic, 0, magic.length);
    }

    /** Whether files in it can be read. */
    public boolean isContainer() {
        return this == GZIP || this == ZIP || this == ZSTD;
    }

    /** The name of the format. */
    public String word() {
        return word;
    }

    /** Why a file of this format cannot be read, and what to do; empty if it can be. */
    Optional<String> refusal() {
        return switch (this) {
            case GZIP, ZIP, ZSTD, PLAIN -> Optional.empty();
            case TAR ->
                    Optional.of("it is a tar archive; unpack it with tar -xf, and name the folder");
            case BZIP2, XZ, SEVEN_ZIP ->
                    Optional.of(
                            "it is compressed by "
                                    + word
                                    + "; unpack it first, or compress it by gzip, zip or zstd");
            case BESIDE_SQLITE -> Optional.of("SQLite keeps it beside its database");
            case SQLITE, PARQUET ->
                    Optional.of(
                            "it is a "
                                    + word
                                    + " file; export its rows as JSON, one document a line");
        };
    }
}
