package io.genledger.adapter.sql;

import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.period.TimeRange;
import io.genledger.domain.report.SpendQuery;
import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.queue.admin.QueueQuery;
import io.genledger.ports.testkit.SampleGenerations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedFileTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final int FILES = 150;

    @TempDir Path folder;

    /** A flipped byte may change nothing, or be found; it is never a fault of the program. */
    @Test
    void flippedBytesAreDamage() throws IOException {
        Path whole = folder.resolve("whole.db");
        try (LedgerDatabase ledger = LedgerDatabase.open(whole)) {
            ledger.ledger()
                    .record(
                            IntStream.range(0, 40)
                                    .mapToObj(n -> recording(complete(id(n))))
                                    .toList());
            ledger.pending()
                    .track(
                            IntStream.range(40, 80)
                                    .mapToObj(SampleGenerations::id)
                                    .collect(toSet()),
                            NOW);
            ledger.claims().claim(10, NOW, Duration.ofMinutes(3));
        }
        byte[] bytes = Files.readAllBytes(whole);
        int damaged = 0;
        for (int seed = 0; seed < FILES; seed++) {
            Random random = new Random(seed);
            byte[] flipped = bytes.clone();
            IntStream.range(0, 30)
                    .forEach(i ->
                            flipped[random.nextInt(flipped.length)] ^= (byte) random.nextInt(256));
            Path file = Files.write(folder.resolve(seed + ".db"), flipped);
            if (isFoundDamaged(file)) {
                damaged++;
            }
            Files.delete(file);
        }
        assertThat(damaged).isGreaterThan(FILES / 2);
    }

    private static boolean isFoundDamaged(Path file) {
        boolean damaged = false;
        for (Consumer<LedgerDatabase> use : USES) {
            try (LedgerDatabase ledger = LedgerDatabase.openExisting(file)) {
                use.accept(ledger);
            } catch (LedgerUnavailableException refused) {
                damaged = true;
            }
        }
        return damaged;
    }

    private static final List<Consumer<LedgerDatabase>> USES =
            List.of(
                    ledger ->
                            ledger.spend()
                                    .read(
                                            new SpendQuery(
                                                    List.of(), TimeRange.ALWAYS, ZoneOffset.UTC),
                                            row -> {}),
                    ledger -> ledger.archive().read(TimeRange.ALWAYS, one -> {}),
                    ledger -> ledger.ledger().find(id(3)),
                    ledger -> ledger.queue().list(QueueQuery.OPEN, 100, NOW),
                    ledger -> ledger.queue().count(QueueQuery.OPEN, NOW),
                    ledger -> ledger.pending().backlog(NOW),
                    ledger -> ledger.quarantine().total(),
                    ledger ->
                            ledger.claims().claim(100, NOW.plusSeconds(600), Duration.ofMinutes(3)),
                    ledger -> ledger.pending().track(Set.of(id(5), id(50), id(90)), NOW),
                    ledger -> ledger.ledger().record(List.of(recording(complete(id(4))))));
}
