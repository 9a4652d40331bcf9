package io.genledger.ports.usecase.collect;

import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.usecase.collect.CollectFixture.NOW;
import static io.genledger.ports.usecase.collect.CollectFixture.await;
import static io.genledger.ports.usecase.collect.CollectFixture.found;
import static io.genledger.ports.usecase.collect.CollectFixture.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.ports.queue.Outcome;
import io.genledger.ports.source.SourceRefusedException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Collecting until stopped. */
@Timeout(60)
class CollectWatchTest {

    private final CollectFixture fixture = new CollectFixture();
    private final List<Instant> requests = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void endTheThreads() {
        threads.shutdownNow();
    }

    @Test
    void fetchesAnIdThatIsNotReadyUntilGiveUpAfter() {
        fixture.tracking(1).planning(CollectPlan::watching);
        CollectSummary summary =
                fixture.stoppingAt(NOW.plus(Duration.ofMinutes(20)))
                        .collectFrom(id -> {
                            requests.add(fixture.now);
                            return unknown(id);
                        });

        assertThat(summary.count(Outcome.GIVEN_UP)).isEqualTo(1);
        assertThat(summary.count(Outcome.NOT_READY)).isZero();
        assertThat(requests).hasSizeBetween(20, 30);
        // The id began 10 s before NOW, is given up 15 minutes later, and is looked for each
        // second.
        assertThat(requests.get(requests.size() - 1))
                .isBetween(NOW.plusSeconds(14 * 60 + 50), NOW.plusSeconds(14 * 60 + 52));
    }

    @Test
    void findsANewlyTrackedIdWithinASecond() {
        fixture.planning(CollectPlan::watching)
                .stoppingAt(NOW.plusSeconds(60))
                .atEachWait(() -> {
                    if (!fixture.now.isBefore(NOW.plusSeconds(30))) {
                        fixture.pending.track(Set.of(id(1)), fixture.now);
                    }
                })
                .collectFrom(id -> {
                    requests.add(fixture.now);
                    return found(id);
                });

        assertThat(requests).hasSize(1);
        assertThat(requests.get(0)).isBetween(NOW.plusSeconds(30), NOW.plusSeconds(31));
    }

    @Test
    void looksOnceASecondWhenNothingIsDue() {
        List<Instant> waits = new ArrayList<>();
        fixture.planning(CollectPlan::watching)
                .stoppingAt(NOW.plusSeconds(600))
                .atEachWait(() -> waits.add(fixture.now))
                .collectFrom(CollectFixture::found);

        assertThat(waits).hasSizeBetween(590, 620);
    }

    @Test
    void aRefusalEndsAWatchingRun() {
        CollectSummary summary =
                fixture.tracking(3)
                        .planning(CollectPlan::watching)
                        .collectFrom(id -> {
                            throw new SourceRefusedException("no key");
                        });

        assertThat(summary.refusal()).isPresent();
        assertThat(fixture.backlog().due()).isEqualTo(3);
    }

    @Test
    void aDrainFinishesRequestsUnderWayAndStartsNoOther() throws Exception {
        CountDownLatch started = new CountDownLatch(4);
        CountDownLatch drained = new CountDownLatch(1);
        fixture.tracking(20).planning(CollectPlan::watching).on(threads);
        Future<CollectSummary> collection =
                threads.submit(() ->
                        fixture.collectFrom(id -> {
                            started.countDown();
                            await(drained);
                            return found(id);
                        }));
        await(started);
        fixture.stop.requestDrain();
        drained.countDown();

        assertThat(collection.get(20, TimeUnit.SECONDS).count(Outcome.RECORDED)).isEqualTo(4);
        assertThat(fixture.backlog().due()).isEqualTo(16);
        assertThat(fixture.backlog().claimed()).isZero();
    }

    @Test
    void aStopDuringADrainDoesNotWait() throws Exception {
        CountDownLatch started = new CountDownLatch(4);
        CountDownLatch never = new CountDownLatch(1);
        fixture.tracking(20).on(threads);
        Future<CollectSummary> collection =
                threads.submit(() ->
                        fixture.collectFrom(id -> {
                            started.countDown();
                            await(never);
                            return found(id);
                        }));
        await(started);
        fixture.stop.requestDrain();
        fixture.stop.request();

        assertThat(collection.get(20, TimeUnit.SECONDS).count(Outcome.RECORDED)).isZero();
        assertThat(fixture.backlog().due()).isEqualTo(20);
    }
}
