package io.genledger.app.logtail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A log or a file beside it.
 *
 * @param identity device and inode, which a rotation does not change
 * @param written time of the last write, which a rotation does not change
 * @param isFile whether it is a regular file
 */
record DirectoryEntry(Path path, String identity, Instant written, boolean isFile) {

    /**
     * Suffix that a rotation appends: a number, a date or a word. Compressed files do not match.
     */
    private static final String SUFFIX = "[._-](\\d[\\dT._:-]*|old|prev|bak)";

    /** Date that a rotation inserts before the extension. A number there may be another log's. */
    private static final String DATE = "[._-]\\d{4}[._-]?\\d\\d[._-]?\\d\\d[\\dT._:-]*";

    /** The file that has this name now; empty if none has, as during a rotation. */
    static Optional<DirectoryEntry> of(Path path) throws IOException {
        try {
            BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
            return Optional.of(
                    new DirectoryEntry(
                            path,
                            String.valueOf(file.fileKey()),
                            file.lastModifiedTime().toInstant(),
                            file.isRegularFile()));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }

    /** Whether the name is one that a rotation of {@code log} gives. */
    boolean isRotationOf(Path log) {
        String name = nameOf(log);
        String stem = stemOf(name);
        String extension = name.substring(stem.length());
        return nameOf(path).matches(Pattern.quote(name) + SUFFIX)
                || nameOf(path).matches(Pattern.quote(stem) + DATE + Pattern.quote(extension));
    }

    static String nameOf(Path file) {
        return String.valueOf(file.getFileName());
    }

    /** The name without its extension. */
    static String stemOf(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
