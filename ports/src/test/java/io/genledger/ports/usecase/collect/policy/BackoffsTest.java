package io.genledger.ports.usecase.collect.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of backoffs, row by row: the shortest and the longest wait after n failures. */
class BackoffsTest {

    private static final long SEED = 20251106;

    static Stream<Arguments> rows() {
        return Stream.of(
                row("retry", Backoffs.RETRY, 0, "PT0S", "PT0.25S"),
                row("retry", Backoffs.RETRY, 1, "PT0S", "PT0.5S"),
                row("retry", Backoffs.RETRY, 99, "PT0S", "PT0.5S"),
                row("rate limit", Backoffs.RATE_LIMIT, 0, "PT0.5S", "PT1S"),
                row("rate limit", Backoffs.RATE_LIMIT, 1, "PT1S", "PT2S"),
                row("rate limit", Backoffs.RATE_LIMIT, 9, "PT2S", "PT4S"),
                row("run", Backoffs.RUN, 0, "PT0.5S", "PT1S"),
                row("run", Backoffs.RUN, 3, "PT4S", "PT8S"),
                row("run", Backoffs.RUN, 6, "PT30S", "PT1M"),
                row("unavailable", Backoffs.UNAVAILABLE, 0, "PT5S", "PT10S"),
                row("unavailable", Backoffs.UNAVAILABLE, 3, "PT40S", "PT80S"),
                row("unavailable", Backoffs.UNAVAILABLE, 1_000_000, "PT5M", "PT10M"),
                row("unusable", Backoffs.UNUSABLE, 0, "PT5S", "PT10S"),
                row("unusable", Backoffs.UNUSABLE, 8, "PT21M20S", "PT42M40S"),
                row("unusable", Backoffs.UNUSABLE, 20, "PT12H", "PT24H"),
                row("fault", Backoffs.FAULT, 0, "PT10M", "PT10M"),
                row("fault", Backoffs.FAULT, 5, "PT10M", "PT10M"));
    }

    private static Arguments row(
            String name, Backoff backoff, int earlier, String least, String most) {
        return Arguments.of(name, backoff, earlier, Duration.parse(least), Duration.parse(most));
    }

    @ParameterizedTest(name = "{0} after {2} earlier failures: {3} to {4}")
    @MethodSource("rows")
    void eachWaitIsUniformWithinItsBounds(
            String name, Backoff backoff, int earlier, Duration least, Duration most) {
        Random random = new Random(SEED);
        List<Duration> drawn =
                Stream.generate(() -> backoff.after(earlier, random)).limit(2_000).toList();
        Duration middle = least.plus(most).dividedBy(2);
        long low = drawn.stream().filter(wait -> wait.compareTo(middle) < 0).count();

        assertThat(drawn).allSatisfy(wait -> assertThat(wait).isBetween(least, most));
        assertThat(low).isBetween(least.equals(most) ? 0L : 800L, 1_200L);
    }

    @ParameterizedTest
    @CsvSource({"FULL, 0, 1000", "HALF, 500, 1000", "FIFTH, 800, 1200", "NONE, 1000, 1000"})
    void jitterReachesItsBounds(Jitter jitter, long least, long most) {
        Duration wait = Duration.ofSeconds(1);

        assertThat(jitter.of(wait, new Extreme(false))).isEqualTo(Duration.ofMillis(least));
        assertThat(jitter.of(wait, new Extreme(true))).isEqualTo(Duration.ofMillis(most));
        assertThat(jitter.of(Duration.ZERO, new Extreme(true))).isZero();
    }

    @ParameterizedTest
    @CsvSource({"PT1S, 0, PT1S", "PT1S, 1, PT2S", "PT1S, 6, PT1M", "PT2M, 0, PT1M"})
    void doublesUpToTheLongest(Duration first, int earlier, Duration wait) {
        Backoff backoff = new Backoff(first, Duration.ofMinutes(1), Jitter.NONE);

        assertThat(backoff.after(earlier, new Random(SEED))).isEqualTo(wait);
    }

    /** Always the smallest or the largest number. */
    private static final class Extreme extends Random {

        private static final long serialVersionUID = 1L;
        private final boolean largest;

        Extreme(boolean largest) {
            this.largest = largest;
        }

        @Override
        public long nextLong(long bound) {
            return largest ? bound - 1 : 0;
        }
    }
}
