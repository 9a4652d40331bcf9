package io.genledger.adapter.sql.maintenance;

import static io.genledger.ports.testkit.SampleGenerations.RECEIVED;
import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.costing;
import static io.genledger.ports.testkit.SampleGenerations.credits;
import static io.genledger.ports.testkit.SampleGenerations.document;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.adapter.sql.LedgerFiles;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.ledger.Recording;
import io.genledger.ports.ledger.admin.EntryRenewals.Outcome;
import io.genledger.ports.ledger.admin.EntryRenewals.Redecoded;
import io.genledger.ports.report.StatusReader.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

public class JooqStatusReaderTest {

    private static final Instant TRACKED = RECEIVED.plus(Duration.ofDays(1));

    @RegisterExtension protected final LedgerFiles files = new LedgerFiles();

    @TempDir Path folder;

    /** An empty ledger. */
    protected LedgerDatabase empty() {
        return files.open(folder.resolve("ledger.db"));
    }

    @Test
    void anEmptyLedgerHasTablesOnly() {
        try (LedgerDatabase ledger = empty()) {
            assertThat(ledger.status().waiting()).isEqualTo(new Waiting(0, Optional.empty()));
            assertThat(ledger.status().lastFetch()).isEmpty();
            assertThat(ledger.status().storage().schemaVersion()).isGreaterThanOrEqualTo(9);
            assertThat(ledger.status().storage().bytes()).isGreaterThan(4096);
        }
    }

    @Test
    void pendingAndClaimedIdsWaitAndRefreshedOnesDoNot() {
        try (LedgerDatabase ledger = empty()) {
            ledger.ledger().record(List.of(fetched(1, RECEIVED)));
            int refreshes =
                    ledger.refreshQueue().enqueue(Duration.ofHours(1), 10, TRACKED.minusSeconds(9));
            ledger.pending().track(Set.of(id(2)), TRACKED);
            ledger.pending().track(Set.of(id(3)), TRACKED.plusSeconds(1));
            ledger.claims().claim(2, TRACKED.plusSeconds(2), Duration.ofMinutes(1));

            assertThat(refreshes).isEqualTo(1);
            assertThat(ledger.status().waiting()).isEqualTo(new Waiting(2, Optional.of(TRACKED)));
        }
    }

    @Test
    void theLastFetchIsThatOfTheNewestFetchedEntry() {
        try (LedgerDatabase ledger = empty()) {
            ledger.ledger().record(List.of(imported(1, RECEIVED)));
            Optional<Instant> ofAnImport = ledger.status().lastFetch();
            ledger.ledger().record(List.of(fetched(2, RECEIVED.plusSeconds(5))));
            ledger.ledger().record(List.of(imported(3, RECEIVED.plusSeconds(9))));

            assertThat(ofAnImport).isEmpty();
            assertThat(ledger.status().lastFetch()).contains(RECEIVED.plusSeconds(5));
        }
    }

    /** A new entry of what was received long ago. */
    @Test
    void redecodingIsNoFetch() {
        try (LedgerDatabase ledger = empty()) {
            ledger.ledger().record(List.of(fetched(1, RECEIVED)));
            ledger.ledger().record(List.of(fetched(2, RECEIVED.plusSeconds(5))));
            Recording corrected =
                    new Recording(
                            recording(costing(id(1), credits("2"))).entry(),
                            fetched(1, RECEIVED).document());

            assertThat(ledger.renewals().renew(List.of(new Redecoded(1, corrected)), "a", 1))
                    .containsExactly(Outcome.REVISED);
            assertThat(ledger.status().lastFetch()).contains(RECEIVED.plusSeconds(5));
        }
    }

    private static Recording fetched(int number, Instant received) {
        return at(number, Optional.of(id(number)), received);
    }

    private static Recording imported(int number, Instant received) {
        return at(number, Optional.empty(), received);
    }

    private static Recording at(int number, Optional<GenerationId> requested, Instant received) {
        return new Recording(
                recording(complete(id(number))).entry(),
                new MetadataDocument(requested, document(id(number)).bytes(), received));
    }
}
