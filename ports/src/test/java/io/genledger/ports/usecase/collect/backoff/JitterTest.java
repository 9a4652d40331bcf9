package io.genledger.ports.usecase.collect.backoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JitterTest {

    private static final long SEED = 20251106;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Jitter jitter = new Jitter(new Random(SEED));

    @Test
    void drawsUniformlyFromZeroToTheLongest() {
        assertUniform(jitter::upTo, Duration.ZERO, PAUSE);
    }

    @Test
    void drawsUniformlyFromHalfToAll() {
        assertUniform(jitter::halfTo, Duration.ofMillis(500), PAUSE);
    }

    @Test
    void drawsUniformlyAroundThePause() {
        assertUniform(jitter::around, Duration.ofMillis(800), Duration.ofMillis(1200));
    }

    @Test
    void zeroStaysZero() {
        assertThat(jitter.upTo(Duration.ZERO)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "PT1S, 0, PT1S",
        "PT1S, 1, PT2S",
        "PT1S, 6, PT1M",
        "PT1S, 1000000, PT1M",
        "PT2M, 0, PT1M"
    })
    void doublesUpToTheLongest(Duration first, int times, Duration pause) {
        assertThat(Jitter.doubled(first, times, Duration.ofMinutes(1))).isEqualTo(pause);
    }

    private static void assertUniform(UnaryOperator<Duration> draw, Duration least, Duration most) {
        List<Duration> drawn = Stream.generate(() -> draw.apply(PAUSE)).limit(2_000).toList();
        Duration middle = least.plus(most).dividedBy(2);

        assertThat(drawn)
                .as("seed %d", SEED)
                .allMatch(one -> one.compareTo(least) >= 0 && one.compareTo(most) <= 0);
        assertThat(drawn.stream().filter(one -> one.compareTo(middle) < 0).count())
                .as("seed %d", SEED)
                .isBetween(800L, 1_200L);
    }
}
