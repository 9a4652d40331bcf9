package io.genledger.ports.usecase.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CollectPlanTest {

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 257})
    void refusesAnotherConcurrencyThanOneToTheMost(int concurrency) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CollectPlan.DEFAULT.with(concurrency, Duration.ZERO))
                .withMessage("concurrency is 1 to 256, not " + concurrency);
    }

    @Test
    void refusesNegativePatience() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CollectPlan.DEFAULT.with(1, Duration.ofNanos(-1)));
    }

    @Test
    void refusesNegativeRestsAndAges() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CollectPlan.DEFAULT.withMaxBackoff(Duration.ofNanos(-1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CollectPlan.DEFAULT.withRefreshAfter(Duration.ofNanos(-1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT0.999S", "PT1H0.001S"})
    void refusesALeaseTooShortToBeExtendedOrTooLongToBeWaitedFor(Duration lease) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CollectPlan.DEFAULT.withLease(lease))
                .withMessage("a lease is PT1S to PT1H, not " + lease);
    }

    @Test
    void takesItsBounds() {
        CollectPlan least =
                CollectPlan.DEFAULT
                        .with(1, Duration.ZERO)
                        .withMaxBackoff(Duration.ZERO)
                        .withRefreshAfter(Duration.ZERO)
                        .withLease(Duration.ofSeconds(1));
        CollectPlan most =
                least.with(CollectPlan.MAX_CONCURRENCY, Duration.ofDays(1))
                        .withLease(Duration.ofHours(1))
                        .watching();

        assertThat(least)
                .isEqualTo(
                        new CollectPlan(
                                1,
                                Duration.ZERO,
                                Duration.ZERO,
                                Duration.ofSeconds(1),
                                Optional.of(Duration.ZERO),
                                false));
        assertThat(most)
                .isEqualTo(
                        new CollectPlan(
                                256,
                                Duration.ofDays(1),
                                Duration.ZERO,
                                Duration.ofHours(1),
                                Optional.of(Duration.ZERO),
                                true));
    }
}
