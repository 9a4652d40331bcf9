package io.genledger.ports.testkit;

import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.inline;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.attribution.AccountName;
import io.genledger.ports.queue.Claim;
import io.genledger.ports.queue.LookedUpGenerations;
import io.genledger.ports.queue.LookedUpGenerations.Outcome;
import io.genledger.ports.queue.Reason;
import io.genledger.ports.queue.Settlement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The contract of {@link LookedUpGenerations}. */
public abstract class LookedUpGenerationsContract extends QueueContract {

    private static final int THREADS = 32;

    private static Outcome lookUp(QueueFixture queue, int number, int most) {
        return queue.lookedUp().track(id(number), AccountName.DEFAULT, NOW, most);
    }

    @Test
    void aLookedUpIdIsDueAtOnceWithItsAccount() {
        QueueFixture queue = emptyFixture();

        assertThat(queue.lookedUp().track(id(1), ACME, NOW, 1)).isEqualTo(Outcome.TRACKED);
        Claim claim = claimOne(queue, NOW);
        assertThat(claim.id()).isEqualTo(id(1));
        assertThat(claim.account()).isEqualTo(ACME);
    }

    @Test
    void anIdInTheQueueIsKnown() {
        QueueFixture queue = emptyFixture();
        track(queue, 1);
        assertThat(lookUp(queue, 2, 9)).isEqualTo(Outcome.TRACKED);

        assertThat(lookUp(queue, 1, 9)).isEqualTo(Outcome.KNOWN);
        assertThat(lookUp(queue, 2, 9)).isEqualTo(Outcome.KNOWN);
    }

    @Test
    void aGivenUpIdIsKnownAndStaysGivenUp() {
        QueueFixture queue = emptyFixture();
        giveUp(queue, 1);

        assertThat(lookUp(queue, 1, 9)).isEqualTo(Outcome.KNOWN);
        assertThat(claim(queue, LATER)).isEmpty();
    }

    @Test
    void aRecordedIdIsKnownAndAProvisionalOneIsNot() {
        QueueFixture queue = emptyFixture();
        queue.ledger()
                .record(List.of(recording(complete(id(1))), recording(inline(complete(id(2))))));

        assertThat(lookUp(queue, 1, 9)).isEqualTo(Outcome.KNOWN);
        assertThat(lookUp(queue, 2, 9)).isEqualTo(Outcome.TRACKED);
    }

    @Test
    void noMoreThanTheLimitArePending() {
        QueueFixture queue = emptyFixture();
        track(queue, 1, 2, 3);
        assertThat(lookUp(queue, 4, 2)).isEqualTo(Outcome.TRACKED);
        assertThat(lookUp(queue, 5, 2)).isEqualTo(Outcome.TRACKED);

        assertThat(lookUp(queue, 6, 2)).isEqualTo(Outcome.FULL);
        assertThat(lookUp(queue, 5, 2)).isEqualTo(Outcome.KNOWN);
        assertThat(claim(queue, NOW))
                .extracting(Claim::id)
                .containsExactlyInAnyOrder(id(1), id(2), id(3), id(4), id(5));
        assertThat(lookUp(queue, 6, 2)).isEqualTo(Outcome.FULL);
        assertThat(lookUp(queue, 6, 3)).isEqualTo(Outcome.TRACKED);
    }

    @Test
    void aRecordedIdMakesRoom() {
        QueueFixture queue = emptyFixture();
        assertThat(lookUp(queue, 1, 1)).isEqualTo(Outcome.TRACKED);
        queue.ledger().record(List.of(recording(complete(id(1)))));

        assertThat(lookUp(queue, 2, 1)).isEqualTo(Outcome.TRACKED);
    }

    @Test
    void aGivenUpIdMakesRoomAndARequeuedOneTakesNone() {
        QueueFixture queue = emptyFixture();
        assertThat(lookUp(queue, 1, 1)).isEqualTo(Outcome.TRACKED);
        settle(queue, new Settlement.GivenUp(claimOne(queue, NOW), outcome(Reason.NOT_FOUND)));
        var unused = queue.editor().requeue(Set.of(id(1)), SOON);

        assertThat(lookUp(queue, 2, 1)).isEqualTo(Outcome.TRACKED);
        assertThat(lookUp(queue, 3, 1)).isEqualTo(Outcome.FULL);
    }

    @Test
    void anIdThatIsTrackedLaterTakesNoRoom() {
        QueueFixture queue = emptyFixture();
        assertThat(lookUp(queue, 1, 1)).isEqualTo(Outcome.TRACKED);
        track(queue, 1);

        assertThat(lookUp(queue, 2, 1)).isEqualTo(Outcome.TRACKED);
        assertThat(lookUp(queue, 3, 1)).isEqualTo(Outcome.FULL);
    }

    @Test
    void manyThreadsTogetherDoNotExceedTheLimit() throws Exception {
        QueueFixture queue = emptyFixture();
        int most = THREADS / 2;
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Outcome> outcomes = Collections.synchronizedList(new ArrayList<>());
        try {
            List<Future<?>> all = new ArrayList<>();
            IntStream.range(0, THREADS)
                    .forEach(i ->
                            all.add(threads.submit(() -> outcomes.add(lookUp(queue, i, most)))));
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }

        long tracked = outcomes.stream().filter(Outcome.TRACKED::equals).count();
        assertThat(tracked).isPositive().isLessThanOrEqualTo(most);
        assertThat(claim(queue, NOW)).hasSize((int) tracked);
    }
}
