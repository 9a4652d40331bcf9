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
import io.genledger.ports.source.FetchOutcome;
import io.genledger.ports.source.GenerationSource;
import io.genledger.ports.source.SourceRefusedException;
import io.genledger.ports.source.SourceUnavailableException;
import io.genledger.ports.testkit.InMemoryGenerationSource;
import io.genledger.ports.testkit.SampleDecoder;
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

/** How a source is treated that is slow to know, busy, out of order, or unwilling. */
class CollectBackoffTest {

    private static final Duration UNSAID = Duration.ofNanos(-1);

    private final CollectFixture fixture = new CollectFixture();
    private final List<GenerationId> asked = new ArrayList<>();
    private final Map<Instant, String> rests = new LinkedHashMap<>();

    /** What happens to the first request or to all, how often the id is asked for, its verdict. */
    static Stream<Arguments> faults() {
        return Stream.of(
                once("a reset", () -> down("reset"), 2, "1 RECORDED "),
                once("a 5xx", () -> down("HTTP 502"), 2, "1 RECORDED "),
                once("a timeout", () -> down("silent for 10 s"), 2, "1 RECORDED "),
                once("a 429", () -> busy(UNSAID), 2, "1 RECORDED "),
                once("a 429 with Retry-After", () -> busy(Duration.ofMinutes(5)), 2, "1 RECORDED "),
                once("not ready", () -> unknown(id(1)), 1, "1 NOT_READY no such generation"),
                once("another's record", () -> found(document(id(2))), 1, foreign()),
                once(
                        "a refusal of the id",
                        () -> rejected("malformed"),
                        1,
                        "1 GIVEN_UP refused: malformed"),
                always("resets", () -> down("reset"), 3, "1 FAILED reset"),
                always("5xx", () -> down("HTTP 500"), 3, "1 FAILED HTTP 500"),
                always("429", () -> busy(UNSAID), 11, "1 FAILED slow down"),
                always(
                        "429 for an hour",
                        () -> busy(Duration.ofHours(1)),
                        1,
                        "1 FAILED slow down"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void eachFaultHasItsVerdict(String name, GenerationSource source, int times, String verdict) {
        fixture.tracking(1).collectFrom(noting(source));

        assertThat(asked).hasSize(times);
        assertThat(fixture.told).containsExactly(verdict);
        assertThat(fixture.backlog().claimed()).isZero();
    }

    @Test
    void anAnswerThatCannotBeReadIsAskedForAgain() {
        CollectSummary summary =
                fixture.tracking(1)
                        .decodingBy(document -> {
                            if (asked.size() < 3) {
                                throw new UndecodableDocumentException(
                                        Optional.empty(), 1, "unexpected end", null);
                            }
                            return new SampleDecoder().decode(document);
                        })
                        .collectFrom(noting(CollectFixture::found));

        assertThat(summary.recorded()).isEqualTo(1);
        assertThat(asked).hasSize(3);
        assertThat(fixture.pending.aside().countIds()).isZero();
    }

    @Test
    void aRecordThatStatesNoChargeIsNotCompleteYet() {
        CollectSummary summary =
                fixture.tracking(1)
                        .decodingBy(document ->
                                asked.size() < 9
                                        ? withCharges(complete(id(1)), Charges.UNREPORTED)
                                        : complete(id(1)))
                        .collectFrom(noting(CollectFixture::found));

        assertThat(asked).hasSize(3);
        assertThat(summary.failed()).isEqualTo(1);
        assertThat(fixture.told)
                .singleElement()
                .asString()
                .contains("neither usage nor total_cost");
        assertThat(fixture.pending.aside().countIds()).isEqualTo(1);
    }

    @Test
    void retriesAreSpreadOutByFullJitter() {
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
    void anOutageThatLastsIsAskedForLessAndLessOften() {
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
        assertThat(fixture.backlog().givenUp()).as("nothing is given up for an outage").isZero();
    }

    @Test
    void anOutageThatIsOverIsNotToBlameForAnotherFailure() {
        CollectSummary summary =
                fixture.tracking(2)
                        .planning(plan -> plan.with(1, plan.giveUpAfter()))
                        .collectFrom(
                                noting(id -> {
                                    if (asked.size() == 1) {
                                        return down("HTTP 502");
                                    }
                                    return found(id.equals(id(1)) ? id : id(3));
                                }));

        assertThat(summary.recorded()).isEqualTo(1);
        assertThat(summary.failed()).isEqualTo(1);
        assertThat(summary.outage()).isEmpty();
    }

    @Test
    void aLimitMakesTheWholeRunRestAndGoOn() {
        List<Instant> when = new ArrayList<>();
        CollectSummary summary =
                fixture.tracking(50)
                        .planning(plan -> plan.with(1, plan.giveUpAfter()))
                        .collectFrom(id -> {
                            when.add(fixture.now);
                            if (when.size() == 10) {
                                throw slowDown(Duration.ofSeconds(60));
                            }
                            return found(id);
                        });

        assertThat(summary.recorded()).isEqualTo(50);
        assertThat(summary.outage()).isEmpty();
        assertThat(when.subList(0, 10)).containsOnly(NOW);
        assertThat(when.subList(10, 51)).containsOnly(NOW.plusSeconds(60));
    }

    @Test
    void aRestIsToldOnce() {
        fixture.tracking(3)
                .telling(listening())
                .collectFrom(once(() -> busy(Duration.ofSeconds(30))));

        assertThat(rests).containsExactly(Map.entry(NOW.plusSeconds(30), "slow down"));
    }

    @Test
    void aRestLongerThanThePlanAllowsEndsTheRun() {
        CollectSummary summary =
                fixture.tracking(5)
                        .concurrency(1)
                        .telling(listening())
                        .collectFrom(noting(id -> busy(Duration.ofHours(2))));

        assertThat(asked).hasSize(1);
        assertThat(summary.failed()).isEqualTo(1);
        assertThat(summary.outage()).isPresent();
        assertThat(rests).isEmpty();
        assertThat(fixture.backlog().due()).isEqualTo(4);
        assertThat(fixture.backlog().nextDue()).contains(NOW.plus(Duration.ofHours(2)));
    }

    @Test
    void anOutageEndsTheRunAfterAFewRestsAndReleasesTheRest() {
        CollectSummary summary =
                fixture.tracking(100)
                        .telling(listening())
                        .collectFrom(noting(InMemoryGenerationSource.unreachable()));
        Set<GenerationId> distinct = new HashSet<>(asked);

        assertThat(asked).hasSize(10 + 4 + 4 + 4);
        assertThat(summary.failed()).isEqualTo(distinct.size());
        assertThat(summary.outage()).isPresent();
        assertThat(rests).hasSize(3);
        assertThat(Duration.between(NOW, fixture.now)).isLessThan(Duration.ofSeconds(8));
        assertThat(fixture.backlog().later()).isEqualTo(distinct.size());
        assertThat(fixture.backlog().due()).isEqualTo(100 - distinct.size());
    }

    @Test
    void anOutageOfSecondsIsSatOut() {
        CollectSummary summary =
                fixture.tracking(100)
                        .collectFrom(id -> {
                            if (fixture.now.isBefore(NOW.plusSeconds(2))) {
                                throw new SourceUnavailableException("restarting", null);
                            }
                            return found(id);
                        });

        assertThat(summary.recorded() + summary.failed()).isEqualTo(100);
        assertThat(summary.recorded()).isGreaterThan(85);
    }

    @Test
    void aRefusalAsksForNothingMoreAndEverythingStaysDue() {
        CollectSummary summary =
                fixture.tracking(50)
                        .collectFrom(
                                noting(id -> {
                                    if (id.equals(id(7))) {
                                        throw new SourceRefusedException("out of credits");
                                    }
                                    return found(id);
                                }));

        assertThat(asked).hasSize(7);
        assertThat(summary.recorded()).isEqualTo(6);
        assertThat(fixture.backlog().due()).isEqualTo(44);
    }

    @Test
    void thePaceIsKept() {
        List<Instant> when = new ArrayList<>();
        Map<Instant, Integer> turns = new HashMap<>();
        fixture.tracking(20)
                .pacedBy(() ->
                        turns.merge(fixture.now, 1, Integer::sum) <= 3 ? Duration.ZERO : ms(100))
                .collectFrom(id -> {
                    when.add(fixture.now);
                    return found(id);
                });

        assertThat(when).hasSize(20);
        assertThat(new HashSet<>(when)).hasSize(7);
        assertThat(Duration.between(NOW, fixture.now)).isEqualTo(ms(600));
    }

    @Test
    void aLongRestKeepsItsClaims() {
        CollectSummary summary =
                fixture.tracking(3).collectFrom(once(() -> busy(Duration.ofMinutes(14))));

        assertThat(summary.recorded()).isEqualTo(3);
        assertThat(fixture.now).isEqualTo(NOW.plus(Duration.ofMinutes(14)));
        assertThat(fixture.pending.claim(9, fixture.now, Duration.ofMinutes(1))).isEmpty();
    }

    private CollectListener listening() {
        return new CollectListener() {
            @Override
            public void settled(GenerationId id, CollectListener.Outcome outcome, String reason) {}

            @Override
            public void backoff(Instant until, String reason) {
                rests.put(until, reason);
            }
        };
    }

    private GenerationSource noting(GenerationSource source) {
        return id -> {
            asked.add(id);
            return source.fetch(id);
        };
    }

    private static Arguments once(
            String name, Supplier<FetchOutcome> fault, int times, String verdict) {
        return Arguments.of(name, once(fault), times, verdict);
    }

    private static Arguments always(
            String name, Supplier<FetchOutcome> fault, int times, String verdict) {
        GenerationSource source = id -> fault.get();
        return Arguments.of(name, source, times, verdict);
    }

    private static GenerationSource once(Supplier<FetchOutcome> fault) {
        Set<String> happened = new HashSet<>();
        return id -> happened.add("") ? fault.get() : found(id);
    }

    private static FetchOutcome down(String why) {
        throw new SourceUnavailableException(why, null);
    }

    private static FetchOutcome busy(Duration rest) {
        throw slowDown(rest);
    }

    private static SourceUnavailableException slowDown(Duration rest) {
        return SourceUnavailableException.rateLimited(
                "slow down", rest.equals(UNSAID) ? Optional.empty() : Optional.of(rest));
    }

    private static FetchOutcome rejected(String why) {
        return new FetchOutcome.Rejected(id(1), why);
    }

    private static String foreign() {
        return "1 FAILED the answer is about " + id(2) + " instead; it is kept aside";
    }

    private static Duration ms(long millis) {
        return Duration.ofMillis(millis);
    }
}
