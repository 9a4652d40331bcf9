package io.genledger.ports.usecase;

import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.costing;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static io.genledger.ports.usecase.CollectRoom.NOW;
import static io.genledger.ports.usecase.CollectRoom.await;
import static io.genledger.ports.usecase.CollectRoom.found;
import static io.genledger.ports.usecase.CollectRoom.unknown;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.INSTANT;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.Claim;
import io.genledger.ports.Claims;
import io.genledger.ports.LedgerUnavailableException;
import io.genledger.ports.Settled;
import io.genledger.ports.Settlement;
import io.genledger.ports.SourceRefusedException;
import io.genledger.ports.SourceUnavailableException;
import io.genledger.ports.testkit.ClaimsAround;
import io.genledger.ports.testkit.InMemoryPacing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Collecting until told to stop, and reading kept generations once more. */
@Timeout(60)
class CollectOnTest {

    private final CollectRoom room = new CollectRoom();
    private final List<Instant> asked = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void endTheThreads() {
        threads.shutdownNow();
    }

    @Test
    void waitsForWhatIsNotReadyUntilPatienceEnds() {
        room.tracking(1).planning(CollectPlan::keepingOn);
        CollectSummary summary =
                room.stoppingAt(NOW.plus(Duration.ofMinutes(20)))
                        .collectFrom(id -> {
                            asked.add(room.now);
                            return unknown(id);
                        });

        assertThat(summary.givenUp()).isEqualTo(1);
        assertThat(summary.notReady()).isZero();
        assertThat(asked).hasSizeBetween(20, 30);
        // As old as patience lasts: its second lies ten before, and it is looked for each second.
        assertThat(asked.get(asked.size() - 1))
                .isBetween(NOW.plusSeconds(14 * 60 + 50), NOW.plusSeconds(14 * 60 + 52));
    }

    @Test
    void findsWhatIsTrackedMeanwhileWithinASecond() {
        room.planning(CollectPlan::keepingOn)
                .stoppingAt(NOW.plusSeconds(60))
                .atEachWait(() -> {
                    if (!room.now.isBefore(NOW.plusSeconds(30))) {
                        room.pending.track(Set.of(id(1)), room.now);
                    }
                })
                .collectFrom(id -> {
                    asked.add(room.now);
                    return found(id);
                });

        assertThat(asked).hasSize(1);
        assertThat(asked.get(0)).isBetween(NOW.plusSeconds(30), NOW.plusSeconds(31));
    }

    @Test
    void looksOnceASecondWhenNothingIsDue() {
        List<Instant> waits = new ArrayList<>();
        room.planning(CollectPlan::keepingOn)
                .stoppingAt(NOW.plusSeconds(600))
                .atEachWait(() -> waits.add(room.now))
                .collectFrom(CollectRoom::found);

        assertThat(waits).hasSizeBetween(590, 620);
    }

    @Test
    void outlivesAnOutageAndALongRest() {
        Instant over = NOW.plus(Duration.ofMinutes(90));
        CollectSummary summary =
                room.tracking(30)
                        .planning(CollectPlan::keepingOn)
                        .stoppingAt(NOW.plus(Duration.ofHours(3)))
                        .collectFrom(id -> {
                            asked.add(room.now);
                            if (asked.size() == 1) {
                                throw SourceUnavailableException.slowDown(
                                        "slow down", Optional.of(Duration.ofHours(1)));
                            }
                            if (room.now.isBefore(over)) {
                                throw new SourceUnavailableException("down", null);
                            }
                            return found(id);
                        });

        assertThat(summary.recorded()).isEqualTo(30);
        assertThat(summary.failed()).isZero();
        assertThat(summary.outage()).isEmpty();
        assertThat(asked.stream().filter(over::isAfter).count()).as("in vain").isLessThan(400);
    }

    @Test
    void aRefusalEndsItAllTheSame() {
        CollectSummary summary =
                room.tracking(3)
                        .planning(CollectPlan::keepingOn)
                        .collectFrom(id -> {
                            throw new SourceRefusedException("no key");
                        });

        assertThat(summary.refusal()).isPresent();
        assertThat(room.backlog().due()).isEqualTo(3);
    }

    @Test
    void aDrainFinishesWhatIsUnderWayAndBeginsNothing() throws Exception {
        CountDownLatch started = new CountDownLatch(4);
        CountDownLatch drained = new CountDownLatch(1);
        room.tracking(20).planning(CollectPlan::keepingOn).on(threads);
        Future<CollectSummary> collection =
                threads.submit(() ->
                        room.collectFrom(id -> {
                            started.countDown();
                            await(drained);
                            return found(id);
                        }));
        await(started);
        room.stop.requestDrain();
        drained.countDown();

        assertThat(collection.get(20, TimeUnit.SECONDS).recorded()).isEqualTo(4);
        assertThat(room.backlog().due()).isEqualTo(16);
        assertThat(room.backlog().claimed()).isZero();
    }

    @Test
    void aStopDuringADrainDoesNotWait() throws Exception {
        CountDownLatch started = new CountDownLatch(4);
        CountDownLatch never = new CountDownLatch(1);
        room.tracking(20).on(threads);
        Future<CollectSummary> collection =
                threads.submit(() ->
                        room.collectFrom(id -> {
                            started.countDown();
                            await(never);
                            return found(id);
                        }));
        await(started);
        room.stop.requestDrain();
        room.stop.request();

        assertThat(collection.get(20, TimeUnit.SECONDS).recorded()).isZero();
        assertThat(room.backlog().due()).isEqualTo(20);
    }

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

    /** The day is put back by an hour, five seconds after nothing was left to do. */
    @Test
    void aClockThatIsPutBackStopsNobody() {
        Instant back = NOW.minus(Duration.ofHours(1));
        room.planning(CollectPlan::keepingOn)
                .stoppingAt(NOW.plusSeconds(100))
                .atEachWait(() -> {
                    if (room.now.isAfter(NOW.plusSeconds(5)) && asked.isEmpty()) {
                        room.now = back;
                        room.pending.track(Set.of(id(1)), back);
                    }
                })
                .collectFrom(id -> {
                    asked.add(room.now);
                    room.stop.request();
                    return found(id);
                });

        assertThat(asked).singleElement(as(INSTANT)).isBetween(back, back.plusSeconds(2));
    }

    /** A lid is closed during a rest, for longer than leases last. */
    @Test
    void aVerdictAfterALongSleepCounts() {
        CollectSummary summary =
                room.tracking(1)
                        .atEachWait(() -> {
                            if (asked.size() == 1 && room.now.isBefore(NOW.plusSeconds(60))) {
                                room.now = room.now.plus(Duration.ofHours(1));
                            }
                        })
                        .collectFrom(id -> {
                            asked.add(room.now);
                            if (asked.size() == 1) {
                                throw SourceUnavailableException.slowDown(
                                        "slow", Optional.of(Duration.ofSeconds(30)));
                            }
                            return unknown(id);
                        });

        assertThat(summary.givenUp()).isEqualTo(1);
        assertThat(room.backlog().claimed()).isZero();
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

    @Test
    void waitsWhileOthersUseTheLedgerAndKeepsItsAnswers() {
        BusyAtTimes claims = new BusyAtTimes(room.pending);
        List<String> waited = new ArrayList<>();
        CollectSummary summary =
                room.tracking(3)
                        .with(claims)
                        .planning(CollectPlan::keepingOn)
                        .telling(waitingFor(waited))
                        .stoppingAt(NOW.plusSeconds(60))
                        .collectFrom(id -> {
                            asked.add(room.now);
                            claims.busyFor(5);
                            return found(id);
                        });

        assertThat(asked).as("nothing is asked for twice").hasSize(3);
        assertThat(summary.recorded()).isEqualTo(3);
        assertThat(waited).hasSizeGreaterThanOrEqualTo(5).containsOnly("busy");
    }

    @Test
    void whoDoesNotKeepGoingSaysThatTheLedgerIsInUse() {
        BusyAtTimes claims = new BusyAtTimes(room.pending);
        room.tracking(1).with(claims);
        claims.busyFor(1);

        assertThatExceptionOfType(LedgerUnavailableException.class)
                .isThrownBy(() -> room.collectFrom(CollectRoom::found));
    }

    private static CollectListener waitingFor(List<String> reasons) {
        return new CollectListener() {
            @Override
            public void settled(GenerationId id, Result result, String reason) {}

            @Override
            public void waitsForLedger(String reason) {
                reasons.add(reason);
            }
        };
    }

    /** A ledger that somebody else uses for the next few calls. */
    private static final class BusyAtTimes extends ClaimsAround {

        private int calls;

        BusyAtTimes(Claims honest) {
            super(honest);
        }

        void busyFor(int some) {
            calls = some;
        }

        private Claims inTurn() {
            if (calls > 0) {
                calls--;
                throw LedgerUnavailableException.forNow("busy", null);
            }
            return claims;
        }

        @Override
        public List<Claim> claim(int most, Instant now, Duration lease) {
            return inTurn().claim(most, now, lease);
        }

        @Override
        public List<Claim> extend(Collection<Claim> held, Instant now, Duration lease) {
            return inTurn().extend(held, now, lease);
        }

        @Override
        public List<Settled> settle(List<Settlement> settlements) {
            return inTurn().settle(settlements);
        }
    }
}
