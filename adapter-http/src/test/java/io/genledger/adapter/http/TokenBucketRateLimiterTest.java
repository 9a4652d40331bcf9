package io.genledger.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.genledger.ports.source.RateLimiter;
import io.genledger.ports.testkit.RateLimiterContract;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenBucketRateLimiterTest extends RateLimiterContract {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);

    @Override
    protected RateLimiter tenPerSecond(InstantSource clock) {
        return new TokenBucketRateLimiter(10, Duration.ofSeconds(1), clock);
    }

    @ParameterizedTest
    @CsvSource({
        "0, PT1S",
        "-1, PT1S",
        "100001, PT1S",
        "1, PT0.999S",
        "1, PT1H0.001S",
        "1, PT0S",
        "1, PT-1S"
    })
    void refusesARateThatMakesNoSense(int turns, Duration time) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TokenBucketRateLimiter(turns, time, CLOCK));
    }

    @ParameterizedTest
    @CsvSource({"1, PT1H, PT1H", "60, PT1M, PT1S", "100000, PT1H, PT0.036S"})
    void spreadsTurnsEvenly(int turns, Duration time, Duration pause) {
        RateLimiter pacing = new TokenBucketRateLimiter(turns, time, CLOCK);
        Duration wait = pacing.tryAcquire();
        while (wait.isZero()) {
            wait = pacing.tryAcquire();
        }

        assertThat(wait).isEqualTo(pause);
    }

    @Test
    void showsNothingButItself() {
        assertThat(new TokenBucketRateLimiter(10, Duration.ofSeconds(1), CLOCK))
                .hasToString("TokenBucketRateLimiter[1 turns free]");
    }
}
