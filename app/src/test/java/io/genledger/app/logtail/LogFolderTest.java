package io.genledger.app.logtail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFolderTest {

    private static final int FILES = 20;
    private static final int LISTINGS = 3_000;
    private static final long BETWEEN_ROTATIONS = 300_000;

    @TempDir private Path directory;

    @Test
    void noFileIsMissedThatARotationRenamesDuringTheListing() throws Exception {
        LogFolder folder = new LogFolder(directory.resolve("app.log"));
        for (int number = 1; number <= FILES; number++) {
            Files.createFile(rotated(number));
        }
        Set<String> expected = identities(folder.family());
        AtomicBoolean isOver = new AtomicBoolean();
        Thread rotating = new Thread(() -> rotateUntil(isOver));
        rotating.start();
        int complete = 0;
        try {
            for (int listing = 0; listing < LISTINGS; listing++) {
                try {
                    assertThat(identities(folder.family())).isEqualTo(expected);
                    complete++;
                } catch (NoSuchFileException rotated) {
                    // The caller lists again.
                }
            }
        } finally {
            isOver.set(true);
            rotating.join();
        }
        assertThat(complete).isPositive();
    }

    @Test
    void foldersAndLinksToNothingAreNoFiles() throws IOException {
        Path log = Files.createFile(directory.resolve("app.log"));
        Files.createDirectory(directory.resolve("app.d"));
        Files.createSymbolicLink(directory.resolve("app.log.1"), directory.resolve("gone"));

        assertThat(new LogFolder(log).family())
                .extracting(DirectoryEntry::path)
                .containsExactly(log);
    }

    /** Moves each file to the next number, the highest first, as logrotate does. */
    private void rotateUntil(AtomicBoolean isOver) {
        try {
            for (int first = 1; !isOver.get(); first++) {
                for (int number = FILES - 1; number >= 0; number--) {
                    Files.move(rotated(first + number), rotated(first + number + 1));
                }
                LockSupport.parkNanos(BETWEEN_ROTATIONS);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Set<String> identities(List<DirectoryEntry> entries) {
        Set<String> identities = new HashSet<>();
        entries.forEach(entry -> identities.add(entry.identity()));
        return identities;
    }

    private Path rotated(int number) {
        return directory.resolve("app.log." + number);
    }
}
