package io.genledger.adapter.http.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.genledger.ports.source.RateLimiter;
import io.genledger.ports.testkit.RateLimiterContract;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
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
    void refusesALimitOutOfRange(int requests, Duration period) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TokenBucketRateLimiter(requests, period, CLOCK));
    }

    @ParameterizedTest
    @CsvSource({"1, PT1H, PT1H", "60, PT1M, PT1S", "100000, PT1H, PT0.036S"})
    void refillsContinuously(int requests, Duration period, Duration pause) {
        RateLimiter limiter = new TokenBucketRateLimiter(requests, period, CLOCK);
        Duration wait = limiter.tryAcquire();
        while (wait.isZero()) {
            wait = limiter.tryAcquire();
        }

        assertThat(wait).isEqualTo(pause);
    }
}
