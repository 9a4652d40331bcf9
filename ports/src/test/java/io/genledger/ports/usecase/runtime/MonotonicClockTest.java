package io.genledger.ports.usecase.runtime;

import static io.genledger.ports.usecase.collect.CollectFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class MonotonicClockTest {

    private Instant day = NOW;
    private long nanos = Long.MAX_VALUE - 1;

    @Test
    void goesOnFromTheTimeOfDayWhateverBecomesOfThat() {
        MonotonicClock clock = new MonotonicClock(() -> day, () -> nanos);
        assertThat(clock.instant()).isEqualTo(NOW);
        day = NOW.minusSeconds(3600);
        nanos += 2_000_000_000;

        assertThat(clock.instant()).isEqualTo(NOW.plusSeconds(2));
    }
}
