package io.genledger.app.logtail;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.ports.tail.TailedText.Piece;
import io.genledger.ports.testkit.InMemoryTailPositions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rotations by another thread at any moment of a look. */
class RotationDuringLookTest {

    private static final int ROTATIONS = 200;

    /** In nanoseconds; the clock of files may show the same time for several of them. */
    private static final int MOST_BETWEEN_ROTATIONS = 8_000_000;

    @TempDir private Path folder;
    private final InMemoryTailPositions positions = new InMemoryTailPositions();
    private final Random random = new Random(20251130);
    private final Set<String> read = new HashSet<>();

    @Test
    void everyLineIsRead() throws Exception {
        Path log = folder.resolve("app.log");
        Files.writeString(log, "first\n");
        LogFile reader = new LogFile(log, positions::find);
        look(reader);
        CompletableFuture<List<String>> writer =
                CompletableFuture.supplyAsync(() -> writeAndRotate(log));
        for (int look = 1; !writer.isDone(); look++) {
            look(reader);
            LockSupport.parkNanos(500_000);
            if (look % 100 == 0) {
                reader.close();
                reader = new LogFile(log, positions::find);
            }
        }
        List<String> written = writer.get();
        for (int looks = 0; looks < 10 * ROTATIONS; looks++) {
            look(reader);
        }
        reader.close();

        written.removeAll(read);
        assertThat(written).as("lines that were lost").isEmpty();
    }

    private void look(LogFile reader) throws IOException {
        Optional<Piece> next = reader.next();
        next.ifPresent(piece -> piece.text().lines().forEach(read::add));
        next.map(Piece::after).ifPresent(positions::save);
    }

    private List<String> writeAndRotate(Path log) {
        List<String> written = new ArrayList<>();
        try {
            for (int rotation = 0; rotation < ROTATIONS; rotation++) {
                String line = "line " + rotation;
                Files.writeString(
                        log, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                written.add(line);
                for (int number = rotation; number > 0; number--) {
                    Files.move(rotated(log, number), rotated(log, number + 1));
                }
                if (random.nextBoolean()) {
                    Files.move(log, rotated(log, 1));
                } else {
                    Files.copy(log, rotated(log, 1), StandardCopyOption.COPY_ATTRIBUTES);
                    Files.write(log, new byte[0]);
                }
                LockSupport.parkNanos(random.nextInt(MOST_BETWEEN_ROTATIONS));
            }
            Files.writeString(log, "end\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            written.add("end");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return written;
    }

    private static Path rotated(Path log, int number) {
        return log.resolveSibling("app.log." + number);
    }
}
