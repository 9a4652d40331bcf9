package io.genledger.domain.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeRangeTest {

    private static final Instant MARCH = Instant.parse("2025-03-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2025-03-01T00:00:00Z, 2025-04-01T00:00:00Z, 2025-03-01T00:00:00Z, true",
        "2025-03-01T00:00:00Z, 2025-04-01T00:00:00Z, 2025-02-28T23:59:59.999999999Z, false",
        "2025-03-01T00:00:00Z, 2025-04-01T00:00:00Z, 2025-03-31T23:59:59.999999999Z, true",
        "2025-03-01T00:00:00Z, 2025-04-01T00:00:00Z, 2025-04-01T00:00:00Z, false",
        "2025-03-01T00:00:00Z, , +999999999-01-01T00:00:00Z, true",
        ", 2025-03-01T00:00:00Z, -999999999-01-01T00:00:00Z, true",
        ", , 2025-03-01T00:00:00Z, true",
        "2025-03-01T00:00:00Z, 2025-03-01T00:00:00Z, 2025-03-01T00:00:00Z, false"
    })
    void beginsWithItsFirstMomentAndEndsBeforeItsLast(
            @Nullable Instant since, @Nullable Instant until, Instant moment, boolean contained) {
        TimeRange range = new TimeRange(Optional.ofNullable(since), Optional.ofNullable(until));

        assertThat(range.contains(moment)).isEqualTo(contained);
    }

    @Test
    void everythingIsInAllOfTime() {
        assertThat(TimeRange.ALWAYS.contains(Instant.MIN)).isTrue();
        assertThat(TimeRange.ALWAYS.contains(Instant.MAX)).isTrue();
    }

    @Test
    void doesNotEndBeforeItBegins() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new TimeRange(Optional.of(MARCH), Optional.of(MARCH.minusNanos(1))))
                .withMessageContaining("at 2025-02-28T23:59:59.999999999Z, before");
    }
}
