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
    void refusesAConcurrencyOutOfRange(int concurrency) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CollectPlan.DEFAULT.withConcurrency(concurrency))
                .withMessage("concurrency must be 1 to 256, was " + concurrency);
    }

    @Test
    void refusesANegativeGiveUpAfter() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CollectPlan.DEFAULT.withGiveUpAfter(Duration.ofNanos(-1)));
    }

    @Test
    void refusesNegativeBackoffsAndAges() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CollectPlan.DEFAULT.withMaxBackoff(Duration.ofNanos(-1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CollectPlan.DEFAULT.withRefreshAfter(Duration.ofNanos(-1)));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> CollectPlan.DEFAULT.waitingForAll(Optional.of(Duration.ofNanos(-1))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT0.999S", "PT15M0.001S"})
    void refusesALeaseOutOfRange(Duration lease) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CollectPlan.DEFAULT.withLease(lease))
                .withMessage("lease must be PT1S to PT15M, was " + lease);
    }

    @Test
    void acceptsItsBounds() {
        CollectPlan least =
                CollectPlan.DEFAULT
                        .withConcurrency(1)
                        .withGiveUpAfter(Duration.ZERO)
                        .withMaxBackoff(Duration.ZERO)
                        .withRefreshAfter(Duration.ZERO)
                        .withLease(Duration.ofSeconds(1));
        CollectPlan most =
                least.withConcurrency(CollectPlan.MAX_CONCURRENCY)
                        .withGiveUpAfter(Duration.ofDays(1))
                        .withLease(Duration.ofMinutes(15))
                        .watching();

        assertThat(least)
                .isEqualTo(
                        new CollectPlan(
                                1,
                                Duration.ZERO,
                                Duration.ZERO,
                                Duration.ofSeconds(1),
                                Optional.of(Duration.ZERO),
                                Optional.empty(),
                                CollectPlan.Until.NOTHING_DUE,
                                Optional.empty()));
        assertThat(most)
                .isEqualTo(
                        new CollectPlan(
                                256,
                                Duration.ofDays(1),
                                Duration.ZERO,
                                Duration.ofMinutes(15),
                                Optional.of(Duration.ZERO),
                                Optional.empty(),
                                CollectPlan.Until.STOPPED,
                                Optional.empty()));
    }
}
