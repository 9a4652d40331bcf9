package io.genledger.ports.usecase.queue;

import static io.genledger.ports.testkit.SampleGenerations.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.ports.queue.AttemptOutcome;
import io.genledger.ports.queue.Claim;
import io.genledger.ports.queue.Reason;
import io.genledger.ports.queue.Settlement;
import io.genledger.ports.queue.admin.QueueEntry;
import io.genledger.ports.queue.admin.QueueQuery;
import io.genledger.ports.queue.admin.QueueState;
import io.genledger.ports.testkit.QueueFixture;
import io.genledger.ports.usecase.queue.ListPending.Listing;
import io.genledger.ports.usecase.queue.RetryGenerations.Retried;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Listing, retrying and forgetting entries of the queue. */
class EditQueueTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final QueueFixture queue = QueueFixture.inMemory();
    private final RetryGenerations retry = new RetryGenerations(queue.editor(), () -> NOW);
    private final ForgetGenerations forget = new ForgetGenerations(queue.editor(), () -> NOW);

    /** Id 1 is given up, id 2 refused, and id 3 due tomorrow. */
    @BeforeEach
    void fillTheQueue() {
        var tracked = queue.pending().track(Set.of(id(1), id(2), id(3)), NOW);
        var settled =
                queue.claims()
                        .settle(
                                queue.claims().claim(9, NOW, Duration.ofMinutes(1)).stream()
                                        .map(EditQueueTest::settlement)
                                        .toList());
        assertThat(settled).hasSize(tracked.added());
    }

    private static Settlement settlement(Claim claim) {
        if (claim.id().equals(id(1))) {
            return new Settlement.GivenUp(claim, outcome(Reason.NOT_FOUND));
        }
        return claim.id().equals(id(2))
                ? new Settlement.Refused(claim, outcome(Reason.REJECTED))
                : new Settlement.Deferred(
                        claim, NOW.plus(Duration.ofDays(1)), outcome(Reason.NOT_READY));
    }

    @Test
    void listsTheFirstAndCountsAll() {
        Listing listing = list(QueueQuery.OPEN, 2);

        assertThat(listing.ids()).isEqualTo(3);
        assertThat(listing.totals()).hasSize(3);
        assertThat(listing.entries()).extracting(QueueEntry::id).containsExactly(id(1), id(3));
        assertThat(listing.at()).isEqualTo(NOW);
        assertThat(listing.quarantined()).isZero();
        assertThat(list(QueueQuery.OPEN, 0).entries()).isEmpty();
    }

    @Test
    void retriesTheNamedIdsAndListsTheOthers() {
        assertThat(retry.retry(Set.of(id(1), id(3), id(9))))
                .isEqualTo(new Retried(2, Set.of(), Set.of(id(9))));
        assertThat(due()).isEqualTo(2);
    }

    @Test
    void retryingAllLeavesPendingIdsAlone() {
        assertThat(retry.retryAll(QueueQuery.OPEN)).isEqualTo(2);
        assertThat(due()).isEqualTo(2);
    }

    @Test
    void retriesPendingIdsOnRequest() {
        assertThat(
                        retry.retryAll(
                                new QueueQuery(Optional.of(QueueState.PENDING), Optional.empty())))
                .isEqualTo(1);
        assertThat(retry.retryAll(new QueueQuery(Optional.empty(), Optional.of(Reason.NOT_READY))))
                .isEqualTo(1);
        assertThat(due()).isEqualTo(1);
    }

    @Test
    void forgetsTheNamedIdsAndListsTheOthers() {
        assertThat(forget.forget(Set.of(id(2), id(9))))
                .isEqualTo(new ForgetGenerations.Forgotten(1, Set.of(id(9))));
        assertThat(list(QueueQuery.OPEN, 9).ids()).isEqualTo(2);
    }

    @Test
    void anEditIsCompleteIfItAppliesToEachNamedId() {
        assertThat(retry.retry(Set.of(id(1))).isComplete()).isTrue();
        assertThat(retry.retry(Set.of(id(1), id(9))).isComplete()).isFalse();
        assertThat(new Retried(1, Set.of(id(2)), Set.of()).isComplete()).isFalse();
        assertThat(forget.forget(Set.of(id(1))).isComplete()).isTrue();
        assertThat(forget.forget(Set.of(id(1))).isComplete()).isFalse();
    }

    private Listing list(QueueQuery query, int most) {
        return new ListPending(queue.reader(), queue.quarantine(), () -> NOW).list(query, most);
    }

    private long due() {
        return queue.pending().backlog(NOW).due();
    }

    private static AttemptOutcome outcome(Reason reason) {
        return AttemptOutcome.of(NOW, reason, "a message");
    }
}
