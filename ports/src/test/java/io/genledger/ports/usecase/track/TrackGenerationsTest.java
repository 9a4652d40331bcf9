package io.genledger.ports.usecase.track;

import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.genledger.domain.attribution.AccountName;
import io.genledger.ports.queue.Claim;
import io.genledger.ports.queue.PendingGenerations.Tracked;
import io.genledger.ports.testkit.InMemoryLedger;
import io.genledger.ports.testkit.InMemoryPendingGenerations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrackGenerationsTest {

    private static final Instant NOW = Instant.parse("2025-08-20T08:02:30Z");

    private final InMemoryLedger ledger = new InMemoryLedger();
    private final InMemoryPendingGenerations pending = new InMemoryPendingGenerations(ledger);
    private final TrackGenerations tracking = new TrackGenerations(pending, () -> NOW);

    @Test
    void countsNewPendingAndRecordedIds() {
        ledger.record(List.of(recording(complete(id(1)))));
        tracking.track(Set.of(id(2)));

        assertThat(tracking.track(Set.of(id(1), id(2), id(3)))).isEqualTo(new Tracked(1, 1, 1, 0));
    }

    @Test
    void aTrackedIdIsDueAtOnce() {
        tracking.track(Set.of(id(1)));

        assertThat(pending.claim(10, NOW, Duration.ofMinutes(1)))
                .extracting(Claim::id)
                .containsExactly(id(1));
    }

    @Test
    void tracksIdsOfItsAccount() {
        AccountName acme = new AccountName("acme");
        new TrackGenerations(pending, acme, () -> NOW).track(Set.of(id(1)));
        tracking.track(Set.of(id(2)));

        assertThat(pending.claim(10, NOW, Duration.ofMinutes(1)))
                .extracting(Claim::id, Claim::account)
                .containsExactlyInAnyOrder(tuple(id(1), acme), tuple(id(2), AccountName.DEFAULT));
    }

    @Test
    void tracksNoIds() {
        assertThat(tracking.track(Set.of())).isEqualTo(new Tracked(0, 0, 0, 0));
    }
}
