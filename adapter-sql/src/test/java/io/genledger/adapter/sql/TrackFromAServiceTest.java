package io.genledger.adapter.sql;

import static io.genledger.ports.testkit.SampleGenerations.id;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.PendingGenerations.Tracked;
import io.genledger.ports.queue.admin.QueueEntry;
import io.genledger.ports.usecase.track.TrackGenerations;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that only acknowledges ids: the program of the README, and its durability. */
class TrackFromAServiceTest {

    @TempDir Path folder;

    @Test
    void acknowledgesAnIdInAFewLines() {
        try (LedgerDatabase ledger = LedgerDatabase.open(folder.resolve("ledger.db"))) {
            TrackGenerations track = new TrackGenerations(ledger.pending(), InstantSource.system());
            Tracked tracked = track.track(Set.of(new GenerationId("gen-1755676927-abcdefghij")));

            assertThat(tracked).isEqualTo(new Tracked(1, 0, 0, 0));
        }
    }

    /** {@code usesSafePragmas} shows that a commit survives a power failure as well. */
    @Test
    void acknowledgedIdsSurviveAKilledService() throws Exception {
        Path file = folder.resolve("ledger.db");
        List<GenerationId> acknowledged = new ArrayList<>();
        Process service = LedgerProcess.start(file, "track", 0);
        try (BufferedReader lines = service.inputReader(UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                acknowledged.add(id(Integer.parseInt(line)));
                if (acknowledged.size() == 40) {
                    service.toHandle().destroyForcibly();
                }
            }
        }
        assertThat(service.waitFor()).as("ended by SIGKILL").isEqualTo(137);

        try (LedgerDatabase ledger = LedgerDatabase.open(file)) {
            assertThat(acknowledged)
                    .hasSizeGreaterThanOrEqualTo(40)
                    .allSatisfy(id ->
                            assertThat(ledger.queue().find(id, Instant.now()))
                                    .map(QueueEntry::attempts)
                                    .contains(0));
        }
    }
}
