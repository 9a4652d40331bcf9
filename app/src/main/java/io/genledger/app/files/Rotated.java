package io.genledger.app.files;

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
 * A file that had a log's name before: a rotation left it beside the log.
 *
 * @param written when it was written to last, which a rotation does not change
 */
record Rotated(Path path, Optional<String> identity, Instant written) {

    /** What a rotation puts behind the name: a number, a date, a word. Packed ones are not text. */
    private static final Pattern SUFFIX = Pattern.compile("[._-](\\d[\\dT._:-]*|old|prev|bak)");

    /** Those of {@code log}, the one written to first as the first. */
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

    private static boolean isNamedAfter(Path log, Path path) {
        String name = log.getFileName().toString();
        String other = path.getFileName().toString();
        return other.startsWith(name) && SUFFIX.matcher(other.substring(name.length())).matches();
    }

    /** Empty if it is gone: the rotation goes on. */
    private static Optional<Rotated> look(Path path) throws IOException {
        try {
            BasicFileAttributes seen = Files.readAttributes(path, BasicFileAttributes.class);
            return Optional.of(
                    new Rotated(
                            path,
                            Optional.ofNullable(seen.fileKey()).map(Object::toString),
                            seen.lastModifiedTime().toInstant()));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }
}
