package io.genledger.adapter.sql.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.sql.LedgerFiles;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.AttemptOutcome;
import io.genledger.ports.queue.Claim;
import io.genledger.ports.queue.Reason;
import io.genledger.ports.queue.Settlement;
import io.genledger.ports.queue.admin.QueueQuery;
import io.genledger.ports.queue.admin.QueueState;
import io.genledger.ports.testkit.QueueAdminContract;
import io.genledger.ports.testkit.QueueFixture;
import io.genledger.ports.testkit.SampleGenerations;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

public class JooqQueueAdminTest extends QueueAdminContract {

    private static final Instant TRACKED = Instant.parse("2026-01-01T00:00:00Z");

    /** One more than a transaction changes. */
    private static final int MANY = 10_001;

    @RegisterExtension final LedgerFiles files = new LedgerFiles();
    @TempDir Path folder;

    @Override
    protected QueueFixture emptyFixture() {
        return files.emptyFixtureIn(folder);
    }

    @Test
    void requeuesMoreThanOneBatch() {
        QueueFixture queue = emptyFixture();
        AttemptOutcome outcome = AttemptOutcome.of(TRACKED, Reason.NOT_FOUND, "not there");
        settleAll(queue, claim -> new Settlement.GivenUp(claim, outcome));

        assertThat(requeued(queue, QueueState.GIVEN_UP)).isEqualTo(MANY);
        assertThat(queue.pending().backlog(TRACKED).due()).isEqualTo(MANY);
    }

    @Test
    void makesMoreThanOneBatchDueAndCountsDueOnes() {
        QueueFixture queue = emptyFixture();
        Instant later = TRACKED.plusSeconds(60);
        AttemptOutcome outcome = AttemptOutcome.of(TRACKED, Reason.NOT_READY, "not yet");
        settleAll(queue, claim -> new Settlement.Deferred(claim, later, outcome));
        queue.pending().track(Set.of(SampleGenerations.id(MANY + 1)), TRACKED);

        assertThat(requeued(queue, QueueState.PENDING)).isEqualTo(MANY + 1);
        assertThat(queue.pending().backlog(TRACKED).due()).isEqualTo(MANY + 1);
    }

    private static void settleAll(QueueFixture queue, Function<Claim, Settlement> settlement) {
        Set<GenerationId> ids =
                IntStream.rangeClosed(1, MANY)
                        .mapToObj(SampleGenerations::id)
                        .collect(Collectors.toSet());
        queue.pending().track(ids, TRACKED);
        List<Claim> claims = queue.claims().claim(MANY, TRACKED, Duration.ofMinutes(1));
        queue.claims().settle(claims.stream().map(settlement).toList());
    }

    private static long requeued(QueueFixture queue, QueueState state) {
        return queue.editor()
                .requeueAll(new QueueQuery(Optional.of(state), Optional.empty()), TRACKED);
    }
}
