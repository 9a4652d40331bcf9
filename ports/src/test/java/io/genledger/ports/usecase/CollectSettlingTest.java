package io.genledger.ports.usecase;

import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.costing;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static io.genledger.ports.usecase.CollectRoom.NOW;
import static io.genledger.ports.usecase.CollectRoom.found;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.INSTANT;

import io.genledger.ports.testkit.InMemoryPacing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Reading kept generations once more. */
class CollectSettlingTest {

    private final CollectRoom room = new CollectRoom();
    private final List<Instant> asked = new ArrayList<>();

    @Test
    void readsSettledGenerationsOnceMoreAndCountsWhatChanged() {
        room.ledger.record(List.of(recording(complete(id(1)))));
        room.ledger.record(List.of(recording(costing(id(2), complete(id(2)).charges()))));
        room.now = NOW.plus(Duration.ofDays(2));
        room.planning(plan -> plan.settlingAt(Duration.ofDays(1)));
        CollectSummary summary = room.collectFrom(CollectRoom::found);
        CollectSummary again = room.collectFrom(CollectRoom::found);

        assertThat(summary.unchanged()).isEqualTo(1);
        assertThat(summary.revised()).isEqualTo(1);
        assertThat(summary.recorded()).isZero();
        assertThat(again.unchanged() + again.revised()).isZero();
        assertThat(room.ledger.revisions(id(2))).hasSize(2);
    }

    @Test
    void readsMoreThanOneBatchOnceMore() {
        for (int number = 1; number <= 1_200; number++) {
            room.ledger.record(List.of(recording(complete(id(number)))));
        }
        room.now = NOW.plus(Duration.ofDays(2));
        room.planning(plan -> plan.settlingAt(Duration.ofDays(1)));

        assertThat(room.collectFrom(CollectRoom::found).unchanged()).isEqualTo(1_200);
    }

    @Test
    void keepsWhatIsNotThereAnyMore() {
        room.ledger.record(List.of(recording(complete(id(1)))));
        room.now = NOW.plus(Duration.ofDays(2));
        room.planning(plan -> plan.settlingAt(Duration.ofDays(1)));
        CollectSummary summary = room.collectFrom(CollectRoom::unknown);

        assertThat(summary.givenUp()).isEqualTo(1);
        assertThat(room.ledger.find(id(1))).isPresent();
        assertThat(room.backlog().givenUp()).isZero();
    }

    @Test
    void whatIsNewDoesNotWaitBehindAllThatSettles() {
        room.ledger.record(
                IntStream.rangeClosed(1, 5_000).mapToObj(n -> recording(complete(id(n)))).toList());
        room.now = NOW.plus(Duration.ofDays(2));
        Instant tracked = room.now.plusSeconds(10);
        room.planning(plan -> plan.settlingAt(Duration.ofDays(1)).keepingOn())
                .pacedBy(new InMemoryPacing(Duration.ofMillis(50), () -> room.now))
                .atEachWait(() -> {
                    if (!room.now.isBefore(tracked)) {
                        room.pending.track(Set.of(id(9_999)), tracked);
                    }
                })
                .collectFrom(id -> {
                    if (id.equals(id(9_999))) {
                        asked.add(room.now);
                        room.stop.request();
                    }
                    return found(id);
                });

        assertThat(asked).singleElement(as(INSTANT)).isBetween(tracked, tracked.plusSeconds(2));
    }

    @Test
    void anAnswerAboutAnotherIsAskedForLessAndLessOften() {
        room.ledger.record(List.of(recording(complete(id(1)))));
        room.now = NOW.plus(Duration.ofDays(2));
        room.planning(plan -> plan.settlingAt(Duration.ofDays(1)).keepingOn())
                .stoppingAt(room.now.plus(Duration.ofDays(7)))
                .collectFrom(id -> {
                    asked.add(room.now);
                    return found(id(2));
                });

        assertThat(asked).hasSizeBetween(15, 30);
        assertThat(room.ledger.revisions(id(1))).hasSize(1);
    }
}
