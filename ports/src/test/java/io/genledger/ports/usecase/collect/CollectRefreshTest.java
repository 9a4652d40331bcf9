package io.genledger.ports.usecase.collect;

import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.costing;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static io.genledger.ports.usecase.collect.CollectFixture.found;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.INSTANT;

import io.genledger.ports.queue.Outcome;
import io.genledger.ports.testkit.InMemoryRateLimiter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Refreshing recorded generations. */
class CollectRefreshTest {

    private final CollectFixture fixture = new CollectFixture();
    private final List<Instant> requests = new ArrayList<>();

    @Test
    void refreshesOldGenerationsAndCountsRevisions() {
        fixture.ledger.record(List.of(recording(complete(id(1)))));
        fixture.ledger.record(List.of(recording(costing(id(2), complete(id(2)).charges()))));
        fixture.pass(Duration.ofDays(2));
        fixture.planning(plan -> plan.withRefreshAfter(Duration.ofDays(1)));
        CollectSummary summary = fixture.collectFrom(CollectFixture::found);
        CollectSummary again = fixture.collectFrom(CollectFixture::found);

        assertThat(summary.count(Outcome.UNCHANGED)).isEqualTo(1);
        assertThat(summary.count(Outcome.REVISED)).isEqualTo(1);
        assertThat(summary.count(Outcome.RECORDED)).isZero();
        assertThat(again.count(Outcome.UNCHANGED) + again.count(Outcome.REVISED)).isZero();
        assertThat(fixture.ledger.revisions(id(2))).hasSize(2);
    }

    @Test
    void refreshesMoreThanOneBatch() {
        for (int number = 1; number <= 1_200; number++) {
            fixture.ledger.record(List.of(recording(complete(id(number)))));
        }
        fixture.pass(Duration.ofDays(2));
        fixture.planning(plan -> plan.withRefreshAfter(Duration.ofDays(1)));

        assertThat(fixture.collectFrom(CollectFixture::found).count(Outcome.UNCHANGED))
                .isEqualTo(1_200);
    }

    @Test
    void aGenerationThatIsNotFoundStaysRecorded() {
        fixture.ledger.record(List.of(recording(complete(id(1)))));
        fixture.pass(Duration.ofDays(2));
        fixture.planning(plan -> plan.withRefreshAfter(Duration.ofDays(1)));
        CollectSummary summary = fixture.collectFrom(CollectFixture::unknown);

        assertThat(summary.count(Outcome.GIVEN_UP)).isEqualTo(1);
        assertThat(fixture.ledger.find(id(1))).isPresent();
        assertThat(fixture.backlog().givenUp()).isZero();
    }

    @Test
    void newIdsDoNotWaitBehindRefreshes() {
        fixture.ledger.record(
                IntStream.rangeClosed(1, 5_000).mapToObj(n -> recording(complete(id(n)))).toList());
        fixture.pass(Duration.ofDays(2));
        Instant tracked = fixture.now.plusSeconds(10);
        fixture.planning(plan -> plan.withRefreshAfter(Duration.ofDays(1)).watching())
                .limitedBy(new InMemoryRateLimiter(Duration.ofMillis(50), () -> fixture.now))
                .atEachWait(() -> {
                    if (!fixture.now.isBefore(tracked)) {
                        fixture.pending.track(Set.of(id(9_999)), tracked);
                    }
                })
                .collectFrom(id -> {
                    if (id.equals(id(9_999))) {
                        requests.add(fixture.now);
                        fixture.stop.request();
                    }
                    return found(id);
                });

        assertThat(requests).singleElement(as(INSTANT)).isBetween(tracked, tracked.plusSeconds(2));
    }

    @Test
    void aRecordOfAnotherIdBacksOffExponentially() {
        fixture.ledger.record(List.of(recording(complete(id(1)))));
        fixture.pass(Duration.ofDays(2));
        fixture.planning(plan -> plan.withRefreshAfter(Duration.ofDays(1)).watching())
                .stoppingAt(fixture.now.plus(Duration.ofDays(7)))
                .collectFrom(id -> {
                    requests.add(fixture.now);
                    return found(id(2));
                });

        assertThat(requests).hasSizeBetween(15, 30);
        assertThat(fixture.ledger.revisions(id(1))).hasSize(1);
    }
}
