package io.genledger.ports.usecase.track;

import static io.genledger.ports.testkit.SampleGenerations.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.ports.queue.PendingGenerations.Tracked;
import io.genledger.ports.testkit.InMemoryLedger;
import io.genledger.ports.testkit.InMemoryPendingGenerations;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TrackInBatchesTest {

    private final InMemoryPendingGenerations pending =
            new InMemoryPendingGenerations(new InMemoryLedger());
    private final TrackInBatches tracking =
            new TrackInBatches(new TrackGenerations(pending, () -> Instant.EPOCH));

    @Test
    void tracksNoIds() {
        assertThat(tracking.end()).isEqualTo(new Tracked(0, 0, 0, 0));
    }

    @Test
    void tracksFullBatchesAtOnceAndTheRestAtTheEnd() {
        for (int number = 0; number <= TrackInBatches.BATCH; number++) {
            tracking.accept(id(number));
        }

        assertThat(pending.backlog(Instant.EPOCH).due()).isEqualTo(TrackInBatches.BATCH);
        assertThat(tracking.end()).isEqualTo(new Tracked(TrackInBatches.BATCH + 1, 0, 0, 0));
        assertThat(pending.backlog(Instant.EPOCH).due()).isEqualTo(TrackInBatches.BATCH + 1);
    }

    @Test
    void countsARepeatedIdOnceInABatch() {
        tracking.accept(id(1));
        tracking.accept(id(1));

        assertThat(tracking.end()).isEqualTo(new Tracked(1, 0, 0, 0));
    }
}
