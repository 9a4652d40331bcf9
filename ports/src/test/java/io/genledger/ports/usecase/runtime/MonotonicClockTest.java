package io.genledger.ports.usecase.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class MonotonicClockTest {

    private static final Instant NOW = Instant.parse("2025-08-20T08:02:17Z");

    private Instant wallClock = NOW;
    private long nanos = Long.MAX_VALUE - 1;

    @Test
    void ignoresChangesOfTheWallClock() {
        MonotonicClock clock = new MonotonicClock(() -> wallClock, () -> nanos);
        assertThat(clock.instant()).isEqualTo(NOW);
        wallClock = NOW.minusSeconds(3600);
        nanos += 2_000_000_000;

        assertThat(clock.instant()).isEqualTo(NOW.plusSeconds(2));
    }
}
