package io.genledger.ports.usecase.collect.policy;

import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.document;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.attribution.AccountName;
import io.genledger.ports.ledger.Recording;
import io.genledger.ports.queue.AttemptOutcome;
import io.genledger.ports.queue.Claim;
import io.genledger.ports.queue.Lease;
import io.genledger.ports.queue.Outcome;
import io.genledger.ports.queue.Reason;
import io.genledger.ports.queue.Settlement;
import io.genledger.ports.queue.SettlementResult;
import io.genledger.ports.source.SourceRefusedException;
import io.genledger.ports.source.SourceUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The settlement of each result, row by row. */
class SettlementPolicyTest {

    private static final Instant NOW = Instant.parse("2025-08-20T08:02:17Z");
    private static final RunTime TIME = new RunTime(NOW, NOW);
    private static final Claim YOUNG = claim(NOW, 0, false);
    private static final Claim OLD = claim(NOW.minus(Duration.ofMinutes(15)), 9, false);
    private static final Claim REFRESH = claim(NOW.minus(Duration.ofMinutes(15)), 9, true);

    private final SettlementPolicy policy =
            new SettlementPolicy(new ReadinessSchedule(Duration.ofMinutes(15)));

    static Stream<Arguments> terminalRows() {
        return Stream.of(
                Arguments.of(
                        "a record",
                        YOUNG,
                        decoded(),
                        new Settlement.Recorded(YOUNG, recording(complete(id(1)))),
                        Outcome.RECORDED,
                        null),
                Arguments.of(
                        "no record of an old id",
                        OLD,
                        new FetchResult.NotFound("no such generation"),
                        new Settlement.GivenUp(OLD, noted(Reason.NOT_FOUND, "no such generation")),
                        Outcome.GIVEN_UP,
                        "not found: no such generation"),
                Arguments.of(
                        "no record when refreshed",
                        REFRESH,
                        new FetchResult.NotFound("no such generation"),
                        new Settlement.GivenUp(
                                REFRESH, noted(Reason.NOT_FOUND, "no such generation")),
                        Outcome.GIVEN_UP,
                        "not found when refreshed; the recorded revision stays: no such"
                                + " generation"),
                Arguments.of(
                        "a rejected id",
                        YOUNG,
                        new FetchResult.Rejected("malformed"),
                        new Settlement.Refused(YOUNG, noted(Reason.REJECTED, "malformed")),
                        Outcome.GIVEN_UP,
                        "refused: malformed"),
                Arguments.of(
                        "a refusal of the key",
                        YOUNG,
                        new FetchResult.Refused(new SourceRefusedException("no key")),
                        new Settlement.Released(YOUNG),
                        null,
                        null));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("terminalRows")
    void finishesTheClaim(
            String name,
            Claim claim,
            FetchResult result,
            Settlement settlement,
            Outcome outcome,
            String reason) {
        assertThat(policy.decide(claim, result, TIME))
                .isEqualTo(
                        new Decision(
                                settlement,
                                Optional.ofNullable(outcome),
                                Optional.ofNullable(reason)));
    }

    static Stream<Arguments> deferringRows() {
        return Stream.of(
                row(
                        "no record of a young id",
                        new FetchResult.NotFound("none"),
                        Reason.NOT_READY,
                        "none",
                        Outcome.NOT_READY,
                        "PT1.6S",
                        "PT2.4S"),
                row(
                        "an outage",
                        new FetchResult.Unavailable(
                                new SourceUnavailableException("HTTP 502", null)),
                        Reason.UNAVAILABLE,
                        "HTTP 502",
                        Outcome.UNAVAILABLE,
                        "PT5S",
                        "PT10S"),
                row(
                        "a rate limit",
                        new FetchResult.Unavailable(
                                SourceUnavailableException.rateLimited(
                                        "slow down", Optional.empty())),
                        Reason.UNAVAILABLE,
                        "slow down",
                        Outcome.UNAVAILABLE,
                        "PT5S",
                        "PT10S"),
                row(
                        "an undecodable document",
                        new FetchResult.Undecodable("field usage", document(id(1))),
                        Reason.UNREADABLE,
                        "field usage",
                        Outcome.FAILED,
                        "PT5S",
                        "PT10S"),
                row(
                        "the record of another id",
                        new FetchResult.OtherId(id(2), document(id(2))),
                        Reason.FOREIGN,
                        "the source returned the record of " + id(2) + "; it is quarantined",
                        Outcome.FAILED,
                        "PT5S",
                        "PT10S"),
                row(
                        "a fault of Genledger",
                        new FetchResult.Faulted(new IllegalStateException("a bug")),
                        Reason.FAULT,
                        "Genledger failed: java.lang.IllegalStateException: a bug",
                        Outcome.FAILED,
                        "PT10M",
                        "PT10M"));
    }

    private static Arguments row(
            String name,
            FetchResult result,
            Reason reason,
            String message,
            Outcome outcome,
            String least,
            String most) {
        return Arguments.of(
                name,
                result,
                noted(reason, message),
                outcome,
                Duration.parse(least),
                Duration.parse(most));
    }

    @ParameterizedTest(name = "{0}: due in {4} to {5}")
    @MethodSource("deferringRows")
    void defersTheId(
            String name,
            FetchResult result,
            AttemptOutcome noted,
            Outcome outcome,
            Duration least,
            Duration most) {
        Decision decision = policy.decide(YOUNG, result, TIME);

        assertThat(decision.outcome()).contains(outcome);
        assertThat(decision.reason()).contains(noted.message());
        assertThat(due(decision)).isBetween(NOW.plus(least), NOW.plus(most));
        assertThat(decision.settlement())
                .isEqualTo(
                        decision.settlement() instanceof Settlement.Quarantined quarantined
                                ? new Settlement.Quarantined(
                                        YOUNG, due(decision), noted, quarantined.document())
                                : new Settlement.Deferred(YOUNG, due(decision), noted));
    }

    @Test
    void quarantinesTheDocumentThatCannotBeUsed() {
        for (FetchResult result :
                Set.of(
                        new FetchResult.Undecodable("field usage", document(id(2))),
                        new FetchResult.OtherId(id(2), document(id(2))))) {
            assertThat(policy.decide(YOUNG, result, TIME).settlement())
                    .isInstanceOfSatisfying(
                            Settlement.Quarantined.class,
                            one -> assertThat(one.document()).isEqualTo(document(id(2))));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, PT5S, PT10S", "3, PT40S, PT80S", "9, PT5M, PT10M"})
    void theBackoffOfAnIdGrowsWithItsAttempts(int attempts, Duration least, Duration most) {
        FetchResult down = new FetchResult.Unavailable(new SourceUnavailableException("x", null));

        assertThat(due(policy.decide(claim(NOW, attempts, false), down, TIME)))
                .isBetween(NOW.plus(least), NOW.plus(most));
    }

    @Test
    void equalInputGivesAnEqualDecisionAndOtherIdsOtherDueTimes() {
        FetchResult down = new FetchResult.Unavailable(new SourceUnavailableException("x", null));
        Set<Instant> due = new HashSet<>();
        for (int number = 1; number <= 20; number++) {
            Claim claim =
                    new Claim(id(number), AccountName.DEFAULT, NOW, 0, false, new Lease(1, NOW));
            due.add(due(policy.decide(claim, down, TIME)));
            assertThat(policy.decide(claim, down, TIME))
                    .isEqualTo(policy.decide(claim, down, TIME));
        }
        assertThat(due).hasSize(20);
        assertThat(due(policy.decide(claim(NOW, 1, false), down, TIME)))
                .isNotEqualTo(due(policy.decide(YOUNG, down, TIME)));
    }

    @Test
    void anIdThatTheSourceWasUnavailableForWaitsForTheBackoffOfTheRun() {
        Instant later = NOW.plus(Duration.ofHours(1));
        Decision down =
                policy.decide(
                        YOUNG,
                        new FetchResult.Unavailable(new SourceUnavailableException("x", null)),
                        TIME);
        Decision notReady = policy.decide(YOUNG, new FetchResult.NotFound("none"), TIME);

        assertThat(due(down.notBefore(later))).isEqualTo(later);
        assertThat(down.notBefore(later).reason()).isEqualTo(down.reason());
        assertThat(down.notBefore(NOW)).isEqualTo(down);
        assertThat(notReady.notBefore(later)).isEqualTo(notReady);
    }

    @Test
    void aRecordHasTheAccountOfItsClaim() {
        AccountName acme = new AccountName("acme");
        Claim claim = new Claim(id(1), acme, NOW, 0, false, new Lease(1, NOW));

        assertThat(policy.decide(claim, decoded(), TIME).recording().map(Recording::account))
                .contains(acme);
    }

    private static FetchResult decoded() {
        Recording sample = recording(complete(id(1)));
        return new FetchResult.Decoded(sample.entry(), sample.document());
    }

    @ParameterizedTest
    @EnumSource(SettlementResult.class)
    void theOutcomeOfARecordIsThatOfItsCommit(SettlementResult committed) {
        Decision decision = policy.decide(YOUNG, decoded(), TIME);
        Optional<Outcome> expected =
                switch (committed) {
                    case RECORDED, NOTED -> Optional.of(Outcome.RECORDED);
                    case REVISED -> Optional.of(Outcome.REVISED);
                    case REPLACED -> Optional.of(Outcome.REPLACED);
                    case UNCHANGED -> Optional.of(Outcome.UNCHANGED);
                    case LOST -> Optional.empty();
                };

        assertThat(decision.outcomeAfter(committed)).isEqualTo(expected);
    }

    /** Failed attempts of the run before this one, and the longest wait; none: no retry. */
    @ParameterizedTest
    @CsvSource({
        "down, 0, PT0.25S",
        "down, 1, PT0.5S",
        "down, 2,",
        "undecodable, 0, PT0.25S",
        "undecodable, 2,",
        "other, 0,",
        "limited, 0, PT0S",
        "limited, 9, PT0S",
        "limited, 10,",
        "missing, 0,",
        "rejected, 0,",
        "refused, 0,",
        "faulted, 0,"
    })
    void retriesWithinTheRun(String name, int earlier, Duration longest) {
        Optional<Duration> wait =
                RetryPolicy.retryAfter(resultOf(name), earlier, new Random(20251106));

        assertThat(wait.isPresent()).isEqualTo(longest != null);
        wait.ifPresent(pause -> assertThat(pause).isBetween(Duration.ZERO, longest));
    }

    private static FetchResult resultOf(String name) {
        return switch (name) {
            case "down" -> new FetchResult.Unavailable(new SourceUnavailableException("x", null));
            case "limited" ->
                    new FetchResult.Unavailable(
                            SourceUnavailableException.rateLimited("slow", Optional.empty()));
            case "undecodable" -> new FetchResult.Undecodable("x", document(id(1)));
            case "other" -> new FetchResult.OtherId(id(2), document(id(2)));
            case "missing" -> new FetchResult.NotFound("none");
            case "rejected" -> new FetchResult.Rejected("malformed");
            case "refused" -> new FetchResult.Refused(new SourceRefusedException("no key"));
            default -> new FetchResult.Faulted(new IllegalStateException("a bug"));
        };
    }

    private static Instant due(Decision decision) {
        return decision.settlement() instanceof Settlement.Deferred deferred
                ? deferred.due()
                : ((Settlement.Quarantined) decision.settlement()).due();
    }

    private static AttemptOutcome noted(Reason reason, String message) {
        return AttemptOutcome.of(NOW, reason, message);
    }

    private static Claim claim(Instant since, int attempts, boolean refresh) {
        return new Claim(
                id(1),
                AccountName.DEFAULT,
                since,
                attempts,
                refresh,
                new Lease(1, NOW.plusSeconds(180)));
    }
}
