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
     * until two listings agree, and none of their names was gone when its file was looked at.
     *
     * @throws NoSuchFileException if files are renamed all the time
     */
    List<DirectoryEntry> family() throws IOException {
        Optional<Map<Path, String>> before = Optional.empty();
        for (int attempt = 0; attempt <= MOST_LISTINGS; attempt++) {
            Optional<Map<Path, DirectoryEntry>> family = listing();
            Optional<Map<Path, String>> identities = family.map(LogFolder::identities);
            if (family.isPresent() && identities.equals(before)) {
                return family.get().values().stream()
                        .filter(DirectoryEntry::isFile)
                        .sorted(Comparator.comparing(DirectoryEntry::written))
                        .collect(Collectors.toCollection(ArrayList::new));
            }
            before = identities;
        }
        throw new NoSuchFileException(log.toString(), null, "files are renamed all the time");
    }

    /**
     * What has the names now; empty if a name was gone when its file was looked at, unless it is a
     * link to nothing.
     */
    private Optional<Map<Path, DirectoryEntry>> listing() throws IOException {
        Map<Path, DirectoryEntry> files = new HashMap<>();
        String stem = DirectoryEntry.stemOf(DirectoryEntry.nameOf(log));
        try (DirectoryStream<Path> paths =
                Files.newDirectoryStream(
                        log.resolveSibling(""),
                        file -> DirectoryEntry.nameOf(file).startsWith(stem))) {
            for (Path path : paths) {
                Optional<DirectoryEntry> file = DirectoryEntry.of(path);
                if (file.isPresent()) {
                    files.put(path, file.get());
                } else if (!Files.isSymbolicLink(path)) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(files);
    }

    private static Map<Path, String> identities(Map<Path, DirectoryEntry> files) {
        return files.values().stream()
                .collect(Collectors.toMap(DirectoryEntry::path, DirectoryEntry::identity));
    }
}
