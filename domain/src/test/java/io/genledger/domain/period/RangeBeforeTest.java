package io.genledger.domain.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RangeBeforeTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2026-03-31T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        // Whole months, finished, and unfinished until the same part.
        "2026-01-01, 2026-01, 2025-11-30T23:00:00Z, 2025-12-31T23:00:00Z",
        "2025-11-01, 2026-01, 2025-07-31T22:00:00Z, 2025-10-31T23:00:00Z",
        "2026-03-01, 2026-03, 2026-01-31T23:00:00Z, 2026-02-28T13:00:00Z",
        // Whole days, over a change of the clock: 14:00 in Berlin on both days.
        "2026-03-25, 2026-03-31, 2026-03-17T23:00:00Z, 2026-03-24T13:00:00Z",
        "2026-03-25, , 2026-03-17T23:00:00Z, 2026-03-24T13:00:00Z",
        // Hours.
        "2026-01-10T06:00:00Z, 2026-01-10T12:00:00Z, 2026-01-10T00:00:00Z, 2026-01-10T06:00:00Z"
    })
    void theRangeBeforeHasTheSameLengthByTheCalendar(
            String first, @Nullable String last, Instant since, Instant until) {
        assertThat(RangeBefore.previous(range(first, last), BERLIN, NOW).before())
                .isEqualTo(new TimeRange(Optional.of(since), Optional.of(until)));
    }

    @Test
    void aYearEarlierHasTheSameDates() {
        assertThat(RangeBefore.lastYear(range("2026-03-01", "2026-03"), BERLIN, NOW).before())
                .isEqualTo(
                        new TimeRange(
                                Optional.of(Instant.parse("2025-02-28T23:00:00Z")),
                                Optional.of(Instant.parse("2025-03-31T12:00:00Z"))));
    }

    @Test
    void aRangeWithoutABeginningHasNoneBefore() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RangeBefore.previous(TimeRange.ALWAYS, BERLIN, NOW));
    }

    @ParameterizedTest
    @CsvSource({
        "DAYS, 2026-02, 2026-01-01, 2026-02-01",
        "DAYS, 2026-02, 2026-01-28, 2026-02-28",
        "DAYS, 2026-02, 2026-01-29, ",
        "WEEKS, 2026-04, 2026-02-23, 2026-03-30",
        "WEEKS, 2026-04, 2026-03-30, ",
        "MONTHS, 2025, 2024-01, 2025-01",
        "MONTHS, 2025, 2024-12, 2025-12",
        "MONTHS, 2025, 2025-01, ",
        "HOURS, 2026-03-29, 2026-03-28T04:00+01:00, 2026-03-29T04:00+02:00",
        "HOURS, 2026-03-29, 2026-03-28T23:00+01:00, 2026-03-29T23:00+02:00",
        "HOURS, 2026-03-29, 2026-03-29T00:00+01:00, "
    })
    void aBucketHasItsPlace(
            ChronoUnit unit, String range, String bucket, @Nullable String counterpart) {
        assertThat(
                        RangeBefore.previous(range(range, range), BERLIN, NOW)
                                .placeOf(unit, bucket, DayOfWeek.MONDAY))
                .isEqualTo(Optional.ofNullable(counterpart));
    }

    @ParameterizedTest
    @CsvSource({
        "DAYS, 2025, 2024-02-28, 2025-02-28",
        "DAYS, 2025, 2024-02-29, ",
        "DAYS, 2025, 2024-03-01, 2025-03-01",
        "DAYS, 2025, 2024-12-31, 2025-12-31",
        "DAYS, 2024, 2023-03-01, 2024-03-01",
        "DAYS, 2024, 2023-12-31, 2024-12-31",
        "HOURS, 2025, 2024-02-29T10:00+01:00, ",
        "HOURS, 2025, 2024-07-01T10:00+02:00, 2025-07-01T10:00+02:00",
        "MONTHS, 2025, 2024-02, 2025-02",
        "WEEKS, 2025, 2024-01-01, 2024-12-30"
    })
    void aBucketAYearBeforeHasTheSameDate(
            ChronoUnit unit, String range, String bucket, @Nullable String counterpart) {
        assertThat(
                        RangeBefore.lastYear(range(range, range), BERLIN, NOW)
                                .placeOf(unit, bucket, DayOfWeek.MONDAY))
                .isEqualTo(Optional.ofNullable(counterpart));
    }

    @Test
    void bucketsAreHoursDaysWeeksOrMonths() {
        RangeBefore year = RangeBefore.previous(range("2025", "2025"), BERLIN, NOW);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> year.placeOf(ChronoUnit.YEARS, "2024", DayOfWeek.MONDAY))
                .withMessage("no bucket of Years");
    }

    private static TimeRange range(String first, @Nullable String last) {
        return TimeRange.between(
                Optional.of(DateBound.parse(first)),
                Optional.ofNullable(last).map(DateBound::parse),
                BERLIN);
    }
}
