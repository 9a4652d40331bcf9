package io.genledger.app.logtail;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A log and the files beside it, as they are when it is asked. */
class LogFolder {

    private static final int MOST_LISTINGS = 20;

    private final Path log;

    LogFolder(Path log) {
        this.log = log;
    }

    /** The file that has the log's name now; empty if none has, as during a rotation. */
    Optional<DirectoryEntry> log() throws IOException {
        return DirectoryEntry.of(log);
    }

    /**
     * The log and all files beside it whose names begin like its name, the least recently written
     * first. A file that is renamed during a listing may be missing in it, so the files are listed
     * until two listings agree.
     *
     * @throws NoSuchFileException if files are renamed all the time
     */
    List<DirectoryEntry> family() throws IOException {
        Map<Path, DirectoryEntry> before = listing();
        for (int attempt = 0; attempt < MOST_LISTINGS; attempt++) {
            Map<Path, DirectoryEntry> family = listing();
            if (identities(family).equals(identities(before))) {
                return family.values().stream()
                        .sorted(Comparator.comparing(DirectoryEntry::written))
                        .collect(Collectors.toCollection(ArrayList::new));
            }
            before = family;
        }
        throw new NoSuchFileException(log.toString(), null, "files are renamed all the time");
    }

    private Map<Path, DirectoryEntry> listing() throws IOException {
        Map<Path, DirectoryEntry> files = new HashMap<>();
        String stem = DirectoryEntry.stemOf(DirectoryEntry.nameOf(log));
        try (DirectoryStream<Path> paths =
                Files.newDirectoryStream(
                        log.resolveSibling(""),
                        file ->
                                DirectoryEntry.nameOf(file).startsWith(stem)
                                        && Files.isRegularFile(file))) {
            for (Path path : paths) {
                DirectoryEntry.of(path).ifPresent(file -> files.put(path, file));
            }
        }
        return files;
    }

    private static Map<Path, String> identities(Map<Path, DirectoryEntry> files) {
        return files.values().stream()
                .collect(Collectors.toMap(DirectoryEntry::path, DirectoryEntry::identity));
    }
}
