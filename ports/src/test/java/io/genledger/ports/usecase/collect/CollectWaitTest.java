package io.genledger.ports.usecase.collect;

import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static io.genledger.ports.usecase.collect.CollectFixture.NOW;
import static io.genledger.ports.usecase.collect.CollectFixture.found;
import static io.genledger.ports.usecase.collect.CollectFixture.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.Outcome;
import io.genledger.ports.source.SourceRefusedException;
import io.genledger.ports.source.SourceUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Collecting until no id is pending. */
class CollectWaitTest {

    private final CollectFixture fixture =
            new CollectFixture().planning(plan -> plan.waitingForAll(Optional.empty()));
    private final List<Instant> requests = new ArrayList<>();

    @Test
    void waitsUntilEveryIdHasItsRecordOrIsGivenUp() {
        Instant ready = NOW.plusSeconds(60);
        CollectSummary summary =
                fixture.tracking(3)
                        .collectFrom(id ->
                                id.equals(id(3)) || fixture.now.isBefore(ready)
                                        ? unknown(id)
                                        : found(id));

        assertThat(summary.count(Outcome.RECORDED)).isEqualTo(2);
        assertThat(summary.count(Outcome.GIVEN_UP)).isEqualTo(1);
        assertThat(summary.timedOut()).isFalse();
        assertThat(fixture.pending.nextDue()).isEmpty();
        assertThat(fixture.now)
                .isBetween(NOW.plus(Duration.ofMinutes(14)), NOW.plus(Duration.ofMinutes(15)));
    }

    @Test
    void endsAtOnceWhenNothingIsPending() {
        fixture.collectFrom(CollectFixture::unknown);

        assertThat(fixture.now).isEqualTo(NOW);
    }

    @Test
    void endsAtTheTimeoutAndLeavesTheRestPending() {
        fixture.tracking(2).planning(plan -> plan.waitingForAll(limit(20)));
        CollectSummary summary =
                fixture.collectFrom(id -> id.equals(id(1)) ? found(id) : unknown(id));

        assertThat(summary.timedOut()).isTrue();
        assertThat(summary.count(Outcome.RECORDED)).isEqualTo(1);
        assertThat(summary.count(Outcome.NOT_READY)).isEqualTo(1);
        assertThat(fixture.now).isEqualTo(NOW.plusSeconds(20));
        assertThat(fixture.backlog().later()).isEqualTo(1);
    }

    @Test
    void noRequestStartsAfterTheTimeout() {
        fixture.tracking(500).planning(plan -> plan.waitingForAll(limit(20)));
        CollectSummary summary =
                fixture.collectFrom(id -> {
                    requests.add(fixture.now);
                    fixture.pass(Duration.ofSeconds(1));
                    return found(id);
                });

        assertThat(summary.timedOut()).isTrue();
        assertThat(requests).hasSizeBetween(20, 20 + fixture.plan.concurrency());
        assertThat(fixture.backlog().due()).isEqualTo(500 - requests.size());
        assertThat(fixture.backlog().claimed()).isZero();
    }

    @Test
    void failuresThatWaitForARetryCountAtTheTimeout() {
        fixture.tracking(3).planning(plan -> plan.waitingForAll(limit(1)));
        CollectSummary summary =
                fixture.collectFrom(id -> {
                    fixture.pass(Duration.ofMillis(500));
                    throw new SourceUnavailableException("down", null);
                });

        assertThat(summary.timedOut()).isTrue();
        assertThat(summary.count(Outcome.UNAVAILABLE)).isPositive();
        assertThat(summary.outage()).isPresent();
    }

    /** Another run has recorded the id for which this one found the source unavailable. */
    @Test
    void anIdThatAnotherRunHasFinishedCountsNoMore() {
        CollectSummary summary =
                fixture.tracking(1)
                        .atEachWait(() -> {
                            if (fixture.backlog().later() == 1) {
                                fixture.ledger.record(List.of(recording(complete(id(1)))));
                            }
                        })
                        .collectFrom(id -> {
                            throw new SourceUnavailableException("down", null);
                        });

        assertThat(summary).isEqualTo(CollectSummary.NOTHING);
    }

    @Test
    void reportsProgressEachSecondOfALongBackoff() {
        List<Instant> reports = new ArrayList<>();
        fixture.tracking(50)
                .listeningWith(
                        new CollectListener() {
                            @Override
                            public void outcome(
                                    GenerationId id, Outcome outcome, Optional<String> reason) {}

                            @Override
                            public void progress(CollectSummary summary) {
                                reports.add(fixture.now);
                            }
                        })
                .collectFrom(id -> {
                    if (fixture.now.equals(NOW)) {
                        throw SourceUnavailableException.rateLimited(
                                "slow down", Optional.of(Duration.ofSeconds(60)));
                    }
                    return found(id);
                });

        assertThat(reports).contains(NOW.plusSeconds(1), NOW.plusSeconds(30), NOW.plusSeconds(59));
    }

    @Test
    void aTimeoutAfterTheLastIdIsNone() {
        fixture.tracking(1).planning(plan -> plan.waitingForAll(limit(20)));
        CollectSummary summary =
                fixture.collectFrom(id -> {
                    fixture.pass(Duration.ofSeconds(30));
                    return found(id);
                });

        assertThat(summary.timedOut()).isFalse();
        assertThat(summary.count(Outcome.RECORDED)).isEqualTo(1);
    }

    @Test
    void waitsOutAnOutageOfTwoMinutes() {
        CollectSummary summary =
                fixture.tracking(100)
                        .collectFrom(id -> {
                            if (fixture.now.isBefore(NOW.plus(Duration.ofMinutes(2)))) {
                                throw new SourceUnavailableException("down", null);
                            }
                            return found(id);
                        });

        assertThat(summary.count(Outcome.RECORDED)).isEqualTo(100);
        assertThat(summary.outage()).isEmpty();
        assertThat(fixture.now)
                .as("no id waits for its own backoff")
                .isBefore(NOW.plus(Duration.ofMinutes(3)));
    }

    /** Its requests fail, but the source answers all others. */
    @Test
    void anIdThatAloneFailsKeepsItsBackoff() {
        fixture.tracking(200).planning(plan -> plan.waitingForAll(limit(60)));
        fixture.collectFrom(id -> {
            fixture.pass(Duration.ofMillis(100));
            if (id.equals(id(1))) {
                requests.add(fixture.now);
                throw new SourceUnavailableException("HTTP 500", null);
            }
            return found(id);
        });

        assertThat(requests).hasSizeBetween(6, 12);
    }

    @Test
    void waitsForAnIdThatAnotherRunHasClaimed() {
        fixture.tracking(1);
        var claimed = fixture.pending.claim(1, NOW, Duration.ofMinutes(3));
        CollectSummary summary =
                fixture.collectFrom(id -> {
                    requests.add(fixture.now);
                    return found(id);
                });

        assertThat(claimed).hasSize(1);
        assertThat(summary.count(Outcome.RECORDED)).isEqualTo(1);
        assertThat(requests).hasSize(1);
        assertThat(requests.get(0))
                .isBetween(NOW.plus(Duration.ofMinutes(3)), NOW.plusSeconds(181));
    }

    @Test
    void collectsIdsThatAreTrackedMeanwhile() {
        fixture.tracking(1)
                .atEachWait(() -> {
                    if (requests.size() == 1) {
                        fixture.pending.track(Set.of(id(2)), fixture.now);
                    }
                })
                .collectFrom(id -> {
                    requests.add(fixture.now);
                    return requests.size() > 1 ? found(id) : unknown(id);
                });

        assertThat(fixture.ledger.find(id(2))).isPresent();
    }

    @Test
    void aRefusalEndsTheWait() {
        CollectSummary summary =
                fixture.tracking(3)
                        .collectFrom(id -> {
                            throw new SourceRefusedException("no key");
                        });

        assertThat(summary.refusal()).isPresent();
        assertThat(fixture.backlog().due()).isEqualTo(3);
    }

    private static Optional<Duration> limit(long seconds) {
        return Optional.of(Duration.ofSeconds(seconds));
    }
}
