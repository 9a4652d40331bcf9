package io.genledger.app.logtail;

import java.io.IOException;
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
import java.util.stream.Stream;

/**
 * A file that had a log's name before a rotation and lies beside the log.
 *
 * @param written time of the last write, which a rotation does not change
 * @param size in bytes
 */
record Rotated(Path path, Optional<String> identity, Instant written, long size) {

    /**
     * Suffix that a rotation appends: a number, a date or a word. Compressed files do not match.
     */
    private static final Pattern SUFFIX = Pattern.compile("[._-](\\d[\\dT._:-]*|old|prev|bak)");

    /** Date that a rotation inserts before the extension. A number there may be another log's. */
    private static final Pattern DATE =
            Pattern.compile("[._-]\\d{4}[._-]?\\d\\d[._-]?\\d\\d[\\dT._:-]*");

    /** The rotated files of {@code log}, the least recently written first. */
    static List<Rotated> of(Path log) throws IOException {
        List<Rotated> all = new ArrayList<>();
        for (Path path : beside(log)) {
            if (isNamedAfter(log, path)) {
                look(path).ifPresent(all::add);
            }
        }
        all.sort(Comparator.comparing(Rotated::written));
        return all;
    }

    /** All files in a log's folder, itself included; none if there is no folder. */
    static List<Path> beside(Path log) throws IOException {
        Path folder = log.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    /** The file beside a log that has this identity, under any name; empty without an identity. */
    static Optional<Rotated> holding(Path log, Optional<String> identity) throws IOException {
        if (identity.isPresent()) {
            for (Path path : beside(log)) {
                Optional<Rotated> seen = look(path);
                if (seen.isPresent() && seen.get().identity().equals(identity)) {
                    return seen;
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isNamedAfter(Path log, Path path) {
        String name = log.getFileName().toString();
        String other = path.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return hasBetween(other, name, SUFFIX, "")
                || (dot > 0
                        && hasBetween(other, name.substring(0, dot), DATE, name.substring(dot)));
    }

    private static boolean hasBetween(String name, String begin, Pattern between, String end) {
        return name.length() > begin.length() + end.length()
                && name.startsWith(begin)
                && name.endsWith(end)
                && between.matcher(name.substring(begin.length(), name.length() - end.length()))
                        .matches();
    }

    /** The current attributes of a file; empty if it is gone, as during a rotation. */
    static Optional<Rotated> look(Path path) throws IOException {
        try {
            BasicFileAttributes seen = Files.readAttributes(path, BasicFileAttributes.class);
            return Optional.of(
                    new Rotated(
                            path,
                            Optional.ofNullable(seen.fileKey()).map(Object::toString),
                            seen.lastModifiedTime().toInstant(),
                            seen.size()));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }
}
