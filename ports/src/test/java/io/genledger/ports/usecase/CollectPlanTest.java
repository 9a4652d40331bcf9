package io.genledger.ports.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CollectPlanTest {

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 257})
    void refusesAnotherConcurrencyThanOneToTheMost(int concurrency) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CollectPlan(concurrency, Duration.ZERO))
                .withMessage("concurrency is 1 to 256, not " + concurrency);
    }

    @Test
    void refusesNegativePatience() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CollectPlan(1, Duration.ofNanos(-1)));
    }

    @Test
    void takesItsBounds() {
        assertThat(new CollectPlan(1, Duration.ZERO).concurrency()).isEqualTo(1);
        assertThat(new CollectPlan(CollectPlan.MAX_CONCURRENCY, Duration.ofDays(1)).patience())
                .isEqualTo(Duration.ofDays(1));
    }
}
