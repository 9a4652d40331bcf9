package io.genledger.app.logtail;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
    private static final String SUFFIX = "[._-](\\d[\\dT._:-]*|old|prev|bak)";

    /** Date that a rotation inserts before the extension. A number there may be another log's. */
    private static final String DATE = "[._-]\\d{4}[._-]?\\d\\d[._-]?\\d\\d[\\dT._:-]*";

    private static final int MOST_LISTINGS = 20;

    /** The file that has this name now; empty if none has, as during a rotation. */
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
     * The log and all files beside it whose names begin like its name, the least recently written
     * first. A file that is renamed during a listing may be missing in it, so the files are listed
     * until two listings agree.
     *
     * @throws NoSuchFileException if files are renamed all the time
     */
    static List<DirectoryEntry> family(Path log) throws IOException {
        Map<Path, DirectoryEntry> before = listing(log);
        for (int attempt = 0; attempt < MOST_LISTINGS; attempt++) {
            Map<Path, DirectoryEntry> family = listing(log);
            if (identities(family).equals(identities(before))) {
                return family.values().stream()
                        .sorted(Comparator.comparing(DirectoryEntry::written))
                        .collect(Collectors.toCollection(ArrayList::new));
            }
            before = family;
        }
        throw new NoSuchFileException(log.toString(), null, "files are renamed all the time");
    }

    private static Map<Path, DirectoryEntry> listing(Path log) throws IOException {
        Map<Path, DirectoryEntry> files = new HashMap<>();
        String stem = stemOf(nameOf(log));
        try (DirectoryStream<Path> paths =
                Files.newDirectoryStream(
                        log.resolveSibling(""),
                        file -> nameOf(file).startsWith(stem) && Files.isRegularFile(file))) {
            for (Path path : paths) {
                of(path).ifPresent(file -> files.put(path, file));
            }
        }
        return files;
    }

    private static Map<Path, String> identities(Map<Path, DirectoryEntry> files) {
        return files.values().stream()
                .collect(Collectors.toMap(DirectoryEntry::path, DirectoryEntry::identity));
    }

    /** Whether the name is one that a rotation of {@code log} gives. */
    boolean isRotationOf(Path log) {
        String name = nameOf(log);
        String stem = stemOf(name);
        String extension = name.substring(stem.length());
        return nameOf(path).matches(Pattern.quote(name) + SUFFIX)
                || nameOf(path).matches(Pattern.quote(stem) + DATE + Pattern.quote(extension));
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName());
    }

    /** The name without its extension. */
    private static String stemOf(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
