package io.genledger.ports.usecase.collect.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.ports.source.SourceRefusedException;
import io.genledger.ports.source.SourceUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceGateTest {

    private static final Instant NOW = Instant.parse("2025-08-20T08:02:17Z");
    private static final Duration MAX_BACKOFF = Duration.ofMinutes(15);

    private Instant now = NOW;
    private int lastEpoch;
    private SourceGate gate = gate(Optional.of(MAX_BACKOFF));

    @Test
    void letsTheConcurrencyStart() {
        assertThat(gate.epochOfStart(15, now)).isPresent();
        assertThat(gate.epochOfStart(16, now)).isEmpty();
    }

    @Test
    void closesAfterARefusal() {
        SourceRefusedException refusal = new SourceRefusedException("no key");
        gate.refused(refusal);

        assertThat(gate.epochOfStart(0, now)).isEmpty();
        assertThat(gate.isClosed()).isTrue();
        assertThat(gate.refusal()).containsSame(refusal);
    }

    @Test
    void backsOffForRetryAfter() {
        gate.failed(epoch(), rateLimited(Duration.ofSeconds(60)));

        assertThat(gate.epochOfStart(0, now)).isEmpty();
        assertThat(backoffUntil()).isEqualTo(NOW.plusSeconds(60));
        now = NOW.plusSeconds(60);
        assertThat(gate.concurrency()).as("the source said when").isEqualTo(16);
    }

    @ParameterizedTest
    @CsvSource({"0, 500, 1000", "1, 1000, 2000", "2, 2000, 4000", "9, 2000, 4000"})
    void backsOffInDoublingStepsWithoutRetryAfter(int before, long least, long most) {
        gate = gate(Optional.empty());
        for (int i = 0; i < before; i++) {
            gate.failed(epoch(), rateLimited(null));
            now = backoffUntil();
        }
        gate.failed(epoch(), rateLimited(null));

        assertThat(Duration.between(now, backoffUntil()).toMillis()).isBetween(least, most);
    }

    @Test
    void halvesTheConcurrencyOnceInAnIncidentWithoutRetryAfter() {
        for (int i = 0; i < 3; i++) {
            gate.failed(epoch(), rateLimited(null));
            now = backoffUntil();
        }

        assertThat(gate.concurrency()).isEqualTo(8);
        gate.succeeded(epoch());
        gate.failed(epoch(), rateLimited(null));
        assertThat(gate.concurrency()).isEqualTo(4);
    }

    @Test
    void aFullWindowOfSuccessesWidensItByOne() {
        gate.failed(epoch(), rateLimited(null));
        for (int i = 0; i < 7; i++) {
            gate.succeeded(epoch());
        }
        assertThat(gate.concurrency()).isEqualTo(8);
        gate.succeeded(epoch());

        assertThat(gate.concurrency()).isEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource({"0, 500, 1000", "3, 4000, 8000", "6, 30000, 60000", "9, 30000, 60000"})
    void backsOffInDoublingStepsWhileTheSourceFails(int before, long least, long most) {
        gate = gate(Optional.empty());
        for (int i = 0; i < before; i++) {
            failUntilABackoff();
            now = backoffUntil();
        }
        failUntilABackoff();

        assertThat(Duration.between(now, backoffUntil()).toMillis()).isBetween(least, most);
    }

    @Test
    void ignoresARetryAfterOfZero() {
        gate.failed(epoch(), rateLimited(Duration.ZERO));

        assertThat(backoffUntil()).isAfter(NOW);
    }

    @Test
    void aBurstOfFailuresIsOneIncident() {
        for (int i = 0; i < 16; i++) {
            gate.failed(0, rateLimited(null));
        }

        assertThat(gate.concurrency()).isEqualTo(8);
        assertThat(backoffUntil()).isBeforeOrEqualTo(NOW.plusSeconds(1));
    }

    @Test
    void takesTheLongestRetryAfterOfABurst() {
        gate.failed(0, rateLimited(Duration.ofSeconds(10)));
        gate.failed(0, rateLimited(Duration.ofSeconds(20)));
        gate.failed(0, rateLimited(Duration.ofSeconds(5)));

        assertThat(backoffUntil()).isEqualTo(NOW.plusSeconds(20));
    }

    @Test
    void aSuccessResetsTheBackoff() {
        for (int i = 0; i < 4; i++) {
            gate.failed(epoch(), rateLimited(null));
            now = backoffUntil();
        }
        gate.succeeded(epoch());
        gate.failed(epoch(), rateLimited(null));

        assertThat(backoffUntil()).isBeforeOrEqualTo(now.plusSeconds(1));
    }

    @Test
    void aSuccessOfAnEarlierEpochChangesNothing() {
        gate.failed(epoch(), rateLimited(null));
        gate.succeeded(0);
        now = backoffUntil();
        gate.failed(epoch(), rateLimited(null));

        assertThat(backoffUntil()).isAfter(now.plusSeconds(1).minusNanos(1));
    }

    @ParameterizedTest
    @CsvSource({"PT15M, false", "PT15M0.001S, true"})
    void closesBeyondMaxBackoff(Duration retryAfter, boolean over) {
        gate.failed(epoch(), rateLimited(retryAfter));

        assertThat(gate.isClosed()).isEqualTo(over);
    }

    /** Responses to requests that were sent together arrive one after the other. */
    @Test
    void aLatencyBesideRetryAfterDoesNotClose() {
        for (int i = 0; i < 16; i++) {
            gate.failed(0, rateLimited(MAX_BACKOFF));
            now = now.plusMillis(40);
        }

        assertThat(gate.isClosed()).isFalse();
        assertThat(backoffUntil()).isEqualTo(NOW.plus(MAX_BACKOFF).plusMillis(15 * 40));
        gate.failed(0, rateLimited(MAX_BACKOFF.plusMillis(1)));
        assertThat(gate.isClosed()).isTrue();
    }

    @Test
    void aSuccessUnderWayDoesNotEndABackoffThatIsProlonged() {
        gate.failed(0, rateLimited(Duration.ofSeconds(1)));
        now = now.plusSeconds(1);
        int underWay = epoch();
        gate.failed(0, rateLimited(Duration.ofSeconds(60)));
        gate.succeeded(underWay);

        assertThat(gate.backoffLeft(now)).isEqualTo(Duration.ofSeconds(60));
        assertThat(gate.incident()).map(Incident::backoffs).contains(1);
    }

    @Test
    void aPlainFailureBeforeARateLimitIsNoDelay() {
        fail(1);
        now = now.plusSeconds(5);
        gate.failed(epoch(), rateLimited(MAX_BACKOFF));

        assertThat(gate.isClosed()).isFalse();
    }

    @Test
    void anIncidentLastsUntilTheNextSuccess() {
        assertThat(gate.incident()).isEmpty();
        fail(1);
        Instant first = now;
        now = now.plusSeconds(5);
        fail(1);

        assertThat(gate.incident()).map(Incident::since).contains(first);
        assertThat(gate.incident()).map(Incident::failures).contains(2);
        assertThat(gate.backoffLeft(now)).isZero();
        gate.succeeded(epoch());
        assertThat(gate.incident()).isEmpty();
        assertThat(gate.outage()).isPresent();
    }

    @Test
    void aLateFailureOfAnEarlierEpochStartsNoIncident() {
        gate.failed(0, rateLimited(Duration.ofSeconds(1)));
        now = now.plusSeconds(1);
        gate.succeeded(epoch());
        gate.failed(0, new SourceUnavailableException("down", null));

        assertThat(gate.incident()).isEmpty();
        gate.failed(0, rateLimited(Duration.ofSeconds(9)));
        assertThat(gate.backoffLeft(now)).isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void consecutiveBackoffsAddUp() {
        gate.failed(epoch(), rateLimited(Duration.ofMinutes(8)));
        now = backoffUntil();
        gate.failed(epoch(), rateLimited(Duration.ofMinutes(7)));
        assertThat(gate.isClosed()).isFalse();
        now = backoffUntil();
        gate.failed(epoch(), rateLimited(Duration.ofSeconds(1)));

        assertThat(gate.isClosed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"P2D", "PT2562047788015215H30M7S"})
    void cutsRetryAfterToOneDay(Duration retryAfter) {
        gate = gate(Optional.empty());
        gate.failed(epoch(), rateLimited(retryAfter));
        gate.failed(0, rateLimited(retryAfter));

        assertThat(backoffUntil()).isEqualTo(NOW.plus(Duration.ofDays(1)));
        assertThat(gate.isClosed()).isFalse();
    }

    @Test
    void aSeriesOfFailuresBacksOffAndTheFourthCloses() {
        fail(31);
        assertThat(gate.epochOfStart(0, now)).isPresent();
        fail(1);
        assertThat(gate.epochOfStart(0, now)).isEmpty();
        for (int i = 0; i < 3; i++) {
            assertThat(gate.isClosed()).isFalse();
            now = backoffUntil();
            fail(16);
        }

        assertThat(gate.isClosed()).isTrue();
        assertThat(gate.outage()).isPresent();
        assertThat(Duration.between(NOW, now)).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void neverClosesWithoutAMaxBackoff() {
        gate = gate(Optional.empty());
        for (int i = 0; i < 100; i++) {
            fail(32);
            now = backoffUntil();
        }

        assertThat(gate.isClosed()).isFalse();
        assertThat(gate.concurrency()).as("no rate limit").isEqualTo(16);
    }

    @Test
    void aSuccessEndsTheSeries() {
        for (int i = 0; i < 100; i++) {
            fail(31);
            gate.succeeded(epoch());
        }

        assertThat(gate.epochOfStart(0, now)).isPresent();
    }

    /** The epoch of a request that starts after any backoff; a closed gate has its last one. */
    private int epoch() {
        lastEpoch = gate.epochOfStart(0, Instant.MAX).orElse(lastEpoch);
        return lastEpoch;
    }

    private Instant backoffUntil() {
        return gate.incident().flatMap(Incident::backoffUntil).orElseThrow();
    }

    private void failUntilABackoff() {
        for (int epoch = epoch(); epoch() == epoch; ) {
            fail(1);
        }
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            gate.failed(epoch(), new SourceUnavailableException("down", null));
        }
    }

    private SourceGate gate(Optional<Duration> maxBackoff) {
        return new SourceGate(16, maxBackoff, () -> now, new Random(20251106));
    }

    private static SourceUnavailableException rateLimited(@Nullable Duration retryAfter) {
        return SourceUnavailableException.rateLimited("slow down", Optional.ofNullable(retryAfter));
    }
}
