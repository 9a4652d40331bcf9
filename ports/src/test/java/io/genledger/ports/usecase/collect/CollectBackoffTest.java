package io.genledger.ports.usecase.collect;

import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.document;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.withCharges;
import static io.genledger.ports.usecase.collect.CollectFixture.NOW;
import static io.genledger.ports.usecase.collect.CollectFixture.found;
import static io.genledger.ports.usecase.collect.CollectFixture.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.money.Charges;
import io.genledger.ports.document.UndecodableDocumentException;
import io.genledger.ports.queue.Outcome;
import io.genledger.ports.source.FetchOutcome;
import io.genledger.ports.source.GenerationSource;
import io.genledger.ports.source.SourceRefusedException;
import io.genledger.ports.source.SourceUnavailableException;
import io.genledger.ports.testkit.InMemoryGenerationSource;
import io.genledger.ports.testkit.SampleDecoder;
import io.genledger.ports.usecase.collect.CollectFixture.IdOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Collecting from a source that is not ready, rate limited, failing or refusing. */
class CollectBackoffTest {

    private static final Duration UNSTATED = Duration.ofNanos(-1);

    private final CollectFixture fixture = new CollectFixture();
    private final List<GenerationId> requests = new ArrayList<>();
    private final Map<Instant, String> backoffs = new LinkedHashMap<>();
    private final List<Delay> resumed = new ArrayList<>();

    /**
     * A fault of the first request or of all, the number of requests, and the outcome of the id.
     */
    static Stream<Arguments> faults() {
        return Stream.of(
                once("a reset", () -> down("reset"), 2, new IdOutcome(1, Outcome.RECORDED, "")),
                once("a 5xx", () -> down("HTTP 502"), 2, new IdOutcome(1, Outcome.RECORDED, "")),
                once(
                        "a timeout",
                        () -> down("silent for 10 s"),
                        2,
                        new IdOutcome(1, Outcome.RECORDED, "")),
                once(
                        "a 429",
                        () -> rateLimited(UNSTATED),
                        2,
                        new IdOutcome(1, Outcome.RECORDED, "")),
                once(
                        "a 429 with Retry-After",
                        () -> rateLimited(Duration.ofMinutes(5)),
                        2,
                        new IdOutcome(1, Outcome.RECORDED, "")),
                once(
                        "not ready",
                        () -> unknown(id(1)),
                        1,
                        new IdOutcome(1, Outcome.NOT_READY, "no such generation")),
                once("the record of another id", () -> found(document(id(2))), 1, foreign()),
                once(
                        "a refusal of the id",
                        () -> rejected("malformed"),
                        1,
                        new IdOutcome(1, Outcome.GIVEN_UP, "refused: malformed")),
                always(
                        "resets",
                        () -> down("reset"),
                        3,
                        new IdOutcome(1, Outcome.UNAVAILABLE, "reset")),
                always(
                        "5xx",
                        () -> down("HTTP 500"),
                        3,
                        new IdOutcome(1, Outcome.UNAVAILABLE, "HTTP 500")),
                always(
                        "429",
                        () -> rateLimited(UNSTATED),
                        11,
                        new IdOutcome(1, Outcome.UNAVAILABLE, "slow down")),
                always(
                        "429 for an hour",
                        () -> rateLimited(Duration.ofHours(1)),
                        1,
                        new IdOutcome(1, Outcome.UNAVAILABLE, "slow down")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void eachFaultHasItsOutcome(
            String name, GenerationSource source, int times, IdOutcome outcome) {
        fixture.tracking(1).collectFrom(logging(source));

        assertThat(requests).hasSize(times);
        assertThat(fixture.outcomes).containsExactly(outcome);
        assertThat(fixture.backlog().claimed()).isZero();
    }

    @Test
    void anUndecodableDocumentIsFetchedAgain() {
        CollectSummary summary =
                fixture.tracking(1)
                        .decodingBy(document -> {
                            if (requests.size() < 3) {
                                throw new UndecodableDocumentException(
                                        Optional.empty(), 1, "unexpected end", null);
                            }
                            return new SampleDecoder().decode(document);
                        })
                        .collectFrom(logging(CollectFixture::found));

        assertThat(summary.count(Outcome.RECORDED)).isEqualTo(1);
        assertThat(requests).hasSize(3);
        assertThat(fixture.pending.quarantine().total().ids()).isZero();
    }

    @Test
    void aRecordWithoutChargesIsIncomplete() {
        CollectSummary summary =
                fixture.tracking(1)
                        .decodingBy(document ->
                                requests.size() < 9
                                        ? withCharges(complete(id(1)), Charges.UNREPORTED)
                                        : complete(id(1)))
                        .collectFrom(logging(CollectFixture::found));

        assertThat(requests).hasSize(3);
        assertThat(summary.count(Outcome.FAILED)).isEqualTo(1);
        assertThat(fixture.outcomes)
                .containsExactly(
                        new IdOutcome(
                                1,
                                Outcome.FAILED,
                                "the record states neither usage nor total_cost"));
        assertThat(fixture.pending.quarantine().total().ids()).isEqualTo(1);
    }

    @Test
    void retriesHaveFullJitter() {
        List<Instant> when = new ArrayList<>();
        fixture.tracking(1)
                .collectFrom(id -> {
                    when.add(fixture.now);
                    throw new SourceUnavailableException("down", null);
                });

        assertThat(Duration.between(when.get(0), when.get(1))).isBetween(ms(0), ms(250));
        assertThat(Duration.between(when.get(1), when.get(2))).isBetween(ms(0), ms(500));
    }

    @Test
    void aLastingOutageBacksOffExponentially() {
        List<Duration> pauses = new ArrayList<>();
        fixture.tracking(1);
        for (int run = 0; run < 9; run++) {
            fixture.collectFrom(InMemoryGenerationSource.unreachable());
            Instant due = fixture.backlog().nextDue().orElseThrow();
            pauses.add(Duration.between(fixture.now, due));
            fixture.now = due;
        }

        assertThat(pauses.get(0)).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(10));
        assertThat(pauses.get(3)).isBetween(Duration.ofSeconds(40), Duration.ofSeconds(80));
        assertThat(pauses.get(8)).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(10));
        assertThat(fixture.backlog().givenUp()).as("an outage gives no id up").isZero();
    }

    @Test
    void anOutageThatIsOverIsNotInTheSummary() {
        CollectSummary summary =
                fixture.tracking(2)
                        .planning(plan -> plan.withConcurrency(1))
                        .collectFrom(
                                logging(id -> {
                                    if (requests.size() == 1) {
                                        return down("HTTP 502");
                                    }
                                    return found(id.equals(id(1)) ? id : id(3));
                                }));

        assertThat(summary.count(Outcome.RECORDED)).isEqualTo(1);
        assertThat(summary.count(Outcome.FAILED)).isEqualTo(1);
        assertThat(summary.outage()).isEmpty();
    }

    @Test
    void aRateLimitMakesTheWholeRunBackOffAndContinue() {
        List<Instant> when = new ArrayList<>();
        CollectSummary summary =
                fixture.tracking(50)
                        .planning(plan -> plan.withConcurrency(1))
                        .collectFrom(id -> {
                            when.add(fixture.now);
                            if (when.size() == 10) {
                                throw slowDown(Duration.ofSeconds(60));
                            }
                            return found(id);
                        });

        assertThat(summary.count(Outcome.RECORDED)).isEqualTo(50);
        assertThat(summary.outage()).isEmpty();
        assertThat(when.subList(0, 10)).containsOnly(NOW);
        assertThat(when.subList(10, 51)).containsOnly(NOW.plusSeconds(60));
    }

    @Test
    void aDelayAndItsEndAreReportedOnce() {
        fixture.tracking(3)
                .listeningWith(listening())
                .collectFrom(once(() -> rateLimited(Duration.ofSeconds(30))));

        assertThat(backoffs).containsExactly(Map.entry(NOW.plusSeconds(30), "slow down"));
        assertThat(resumed)
                .containsExactly(
                        new Delay(NOW, Optional.of(NOW.plusSeconds(30)), true, "slow down"));
    }

    /** One id alone is too short a series; the others are tracked later. */
    @Test
    void aBackoffThatBeginsInAReportedOutageIsReportedToo() {
        List<Delay> delays = new ArrayList<>();
        fixture.tracking(1)
                .planning(plan -> plan.waitingForAll(Optional.of(Duration.ofMinutes(1))))
                .atEachWait(() -> {
                    if (delays.size() == 1) {
                        fixture.tracking(50);
                    }
                })
                .listeningWith(
                        new CollectListener() {
                            @Override
                            public void outcome(
                                    GenerationId id, Outcome outcome, Optional<String> reason) {}

                            @Override
                            public void delayed(Delay delay) {
                                delays.add(delay);
                            }
                        })
                .collectFrom(InMemoryGenerationSource.unreachable());

        assertThat(delays).hasSize(2);
        assertThat(delays.get(0).until()).isEmpty();
        assertThat(delays.get(1).until()).isPresent();
        assertThat(delays.get(1).since()).isEqualTo(delays.get(0).since());
    }

    @Test
    void aBackoffBeyondMaxBackoffEndsTheRun() {
        CollectSummary summary =
                fixture.tracking(5)
                        .concurrency(1)
                        .listeningWith(listening())
                        .collectFrom(logging(id -> rateLimited(Duration.ofHours(2))));

        assertThat(requests).hasSize(1);
        assertThat(summary.count(Outcome.UNAVAILABLE)).isEqualTo(1);
        assertThat(summary.outage()).isPresent();
        assertThat(backoffs).isEmpty();
        assertThat(fixture.backlog().due()).isEqualTo(4);
        assertThat(fixture.backlog().nextDue()).contains(NOW.plus(Duration.ofHours(2)));
    }

    @Test
    void anOutageEndsTheRunAfterThreeBackoffsAndReleasesItsClaims() {
        CollectSummary summary =
                fixture.tracking(100)
                        .listeningWith(listening())
                        .collectFrom(logging(InMemoryGenerationSource.unreachable()));
        Set<GenerationId> distinct = new HashSet<>(requests);

        assertThat(requests).hasSize(10 + 4 + 4 + 4);
        assertThat(summary.count(Outcome.UNAVAILABLE)).isEqualTo(distinct.size());
        assertThat(summary.outage()).isPresent();
        assertThat(backoffs).as("one delay with three backoffs").hasSize(1);
        assertThat(resumed).isEmpty();
        assertThat(Duration.between(NOW, fixture.now)).isLessThan(Duration.ofSeconds(8));
        assertThat(fixture.backlog().later()).isEqualTo(distinct.size());
        assertThat(fixture.backlog().due()).isEqualTo(100 - distinct.size());
    }

    @Test
    void survivesAnOutageOfSeconds() {
        CollectSummary summary =
                fixture.tracking(100)
                        .collectFrom(id -> {
                            if (fixture.now.isBefore(NOW.plusSeconds(2))) {
                                throw new SourceUnavailableException("restarting", null);
                            }
                            return found(id);
                        });

        assertThat(summary.count(Outcome.RECORDED) + summary.count(Outcome.UNAVAILABLE))
                .isEqualTo(100);
        assertThat(summary.count(Outcome.RECORDED)).isGreaterThan(85);
    }

    @Test
    void aRefusalStartsNoFurtherRequest() {
        CollectSummary summary =
                fixture.tracking(50)
                        .collectFrom(
                                logging(id -> {
                                    if (id.equals(id(7))) {
                                        throw new SourceRefusedException("out of credits");
                                    }
                                    return found(id);
                                }));

        assertThat(requests).hasSize(7);
        assertThat(summary.count(Outcome.RECORDED)).isEqualTo(6);
        assertThat(fixture.backlog().due()).isEqualTo(44);
    }

    @Test
    void respectsTheRateLimiter() {
        List<Instant> when = new ArrayList<>();
        Map<Instant, Integer> permits = new HashMap<>();
        fixture.tracking(20)
                .limitedBy(() ->
                        permits.merge(fixture.now, 1, Integer::sum) <= 3 ? Duration.ZERO : ms(100))
                .collectFrom(id -> {
                    when.add(fixture.now);
                    return found(id);
                });

        assertThat(when).hasSize(20);
        assertThat(new HashSet<>(when)).hasSize(7);
        assertThat(Duration.between(NOW, fixture.now)).isEqualTo(ms(600));
    }

    @Test
    void aLongBackoffKeepsItsClaims() {
        CollectSummary summary =
                fixture.tracking(3).collectFrom(once(() -> rateLimited(Duration.ofMinutes(14))));

        assertThat(summary.count(Outcome.RECORDED)).isEqualTo(3);
        assertThat(fixture.now).isEqualTo(NOW.plus(Duration.ofMinutes(14)));
        assertThat(fixture.pending.claim(9, fixture.now, Duration.ofMinutes(1))).isEmpty();
    }

    private CollectListener listening() {
        return new CollectListener() {
            @Override
            public void outcome(GenerationId id, Outcome outcome, Optional<String> reason) {}

            @Override
            public void delayed(Delay delay) {
                backoffs.put(delay.until().orElseThrow(), delay.reason());
            }

            @Override
            public void resumed(Delay delay) {
                resumed.add(delay);
            }
        };
    }

    private GenerationSource logging(GenerationSource source) {
        return id -> {
            requests.add(id);
            return source.fetch(id);
        };
    }

    private static Arguments once(
            String name, Supplier<FetchOutcome> fault, int times, IdOutcome outcome) {
        return Arguments.of(name, once(fault), times, outcome);
    }

    private static Arguments always(
            String name, Supplier<FetchOutcome> fault, int times, IdOutcome outcome) {
        GenerationSource source = id -> fault.get();
        return Arguments.of(name, source, times, outcome);
    }

    private static GenerationSource once(Supplier<FetchOutcome> fault) {
        Set<String> happened = new HashSet<>();
        return id -> happened.add("") ? fault.get() : found(id);
    }

    private static FetchOutcome down(String why) {
        throw new SourceUnavailableException(why, null);
    }

    private static FetchOutcome rateLimited(Duration wait) {
        throw slowDown(wait);
    }

    private static SourceUnavailableException slowDown(Duration wait) {
        return SourceUnavailableException.rateLimited(
                "slow down", wait.equals(UNSTATED) ? Optional.empty() : Optional.of(wait));
    }

    private static FetchOutcome rejected(String why) {
        return new FetchOutcome.Rejected(id(1), why);
    }

    private static IdOutcome foreign() {
        return new IdOutcome(
                1,
                Outcome.FAILED,
                "the source returned the record of " + id(2) + "; it is quarantined");
    }

    private static Duration ms(long millis) {
        return Duration.ofMillis(millis);
    }
}
