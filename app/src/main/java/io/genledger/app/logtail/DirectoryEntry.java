package io.genledger.app.logtail;

import io.genledger.ports.tail.TailPosition;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A log or a file beside it.
 *
 * @param identity device and inode, which a rotation does not change
 * @param written time of the last write, which a rotation does not change
 */
record DirectoryEntry(Path path, String identity, Instant written) {

    /**
     * Suffix that a rotation appends: a number, a date or a word. Compressed files do not match.
     */
    private static final Pattern SUFFIX = Pattern.compile("[._-](\\d[\\dT._:-]*|old|prev|bak)");

    /** Date that a rotation inserts before the extension. A number there may be another log's. */
    private static final Pattern DATE =
            Pattern.compile("[._-]\\d{4}[._-]?\\d\\d[._-]?\\d\\d[\\dT._:-]*");

    /** The entry of this name now; empty if there is none, as during a rotation. */
    static Optional<DirectoryEntry> of(Path path) throws IOException {
        try {
            BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
            return Optional.of(
                    new DirectoryEntry(
                            path,
                            String.valueOf(file.fileKey()),
                            file.lastModifiedTime().toInstant()));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }

    /**
     * The log and the files beside it whose names begin as its name does, the least recently
     * written first.
     */
    static List<DirectoryEntry> family(Path log) throws IOException {
        List<DirectoryEntry> family = new ArrayList<>();
        String stem = stemOf(log);
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(
                        log.resolveSibling(""),
                        file -> nameOf(file).startsWith(stem) && Files.isRegularFile(file))) {
            for (Path file : files) {
                of(file).ifPresent(family::add);
            }
        }
        family.sort(Comparator.comparing(DirectoryEntry::written));
        return family;
    }

    boolean hasIdentityOf(TailPosition position) {
        return identity.equals(position.identity());
    }

    /** Whether a rotation of {@code log} gives a file this name. */
    boolean isRotationOf(Path log) {
        String stem = stemOf(log);
        return isBetween(nameOf(log), SUFFIX, "")
                || isBetween(stem, DATE, nameOf(log).substring(stem.length()));
    }

    private boolean isBetween(String begin, Pattern between, String end) {
        String name = nameOf(path);
        return name.length() > begin.length() + end.length()
                && name.startsWith(begin)
                && name.endsWith(end)
                && between.matcher(name.substring(begin.length(), name.length() - end.length()))
                        .matches();
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName());
    }

    /** The name without its extension. */
    private static String stemOf(Path log) {
        String name = nameOf(log);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
