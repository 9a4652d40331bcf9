package io.genledger.domain.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateBoundTest {

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    text                      | zone          | start                | end
                    2025-08-01                | UTC           | 2025-08-01T00:00:00Z | 2025-08-02T00:00:00Z
                    2025-08-01                | Europe/Berlin | 2025-07-31T22:00:00Z | 2025-08-01T22:00:00Z
                    2025-08                   | UTC           | 2025-08-01T00:00:00Z | 2025-09-01T00:00:00Z
                    2025-12                   | Asia/Tokyo    | 2025-11-30T15:00:00Z | 2025-12-31T15:00:00Z
                    2025-10-26                | Europe/Berlin | 2025-10-25T22:00:00Z | 2025-10-26T23:00:00Z
                    2025-08-01T12:00:00Z      | Europe/Berlin | 2025-08-01T12:00:00Z | 2025-08-01T12:00:00Z
                    2025-08-01T12:00:00+05:00 | Europe/Berlin | 2025-08-01T07:00:00Z | 2025-08-01T07:00:00Z
                    2025-08-01T12:00          | Europe/Berlin | 2025-08-01T10:00:00Z | 2025-08-01T10:00:00Z
                    20250801                  | Europe/Berlin | 2025-07-31T22:00:00Z | 2025-08-01T22:00:00Z
                    2025                      | Europe/Berlin | 2024-12-31T23:00:00Z | 2025-12-31T23:00:00Z
                    """)
    void meansAllOfADayOrMonthAndAMomentItself(
            String text, ZoneId zone, Instant start, Instant end) {
        DateBound bound = DateBound.parse("  " + text + " ");

        assertThat(bound.startIn(zone)).isEqualTo(start);
        assertThat(bound.endIn(zone)).isEqualTo(end);
        assertThat(bound).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "202",
                "20250230",
                "2025-13",
                "2025-02-30",
                "2025-08-01 12:00"
            })
    void refusesAnotherTextInItsOwnWords(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DateBound.parse(text))
                .withMessage(
                        "not a date: '%s': expected e.g. 2025-08-01, 2025-08 or"
                                + " 2025-08-01T12:00:00Z",
                        text);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-08, 2025-08, 2025-08-01T00:00:00Z, 2025-09-01T00:00:00Z",
        "2025-08-01, 2025-08-01T00:00:00.001Z, 2025-08-01T00:00:00Z, 2025-08-01T00:00:00.001Z",
        "2025-08, , 2025-08-01T00:00:00Z,",
        ", 2025-08, , 2025-09-01T00:00:00Z"
    })
    void aPeriodHoldsAllOfItsBounds(
            @Nullable String first,
            @Nullable String last,
            @Nullable Instant since,
            @Nullable Instant until) {
        assertThat(TimeRange.between(bound(first), bound(last), ZoneId.of("UTC")))
                .isEqualTo(new TimeRange(Optional.ofNullable(since), Optional.ofNullable(until)));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12-28, 2025-12-01",
        "2025-12-28, 2025-12-27",
        "2025-12-28T00:00:00Z, 2025-12-28T00:00:00Z"
    })
    void aPeriodHasAMomentInIt(String first, String last) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeRange.between(bound(first), bound(last), ZoneId.of("UTC")))
                .withMessage("a period from %s to %s is empty", first, last);
    }

    @Test
    void theMonthOfAMomentIsThatOfItsZone() {
        Instant moment = Instant.parse("2025-08-31T23:00:00Z");

        assertThat(TimeRange.monthOf(moment, ZoneId.of("UTC")))
                .isEqualTo(TimeRange.between(bound("2025-08"), bound("2025-08"), ZoneId.of("UTC")));
        assertThat(TimeRange.monthOf(moment, ZoneId.of("Europe/Berlin")))
                .isEqualTo(
                        TimeRange.between(
                                bound("2025-09"), bound("2025-09"), ZoneId.of("Europe/Berlin")));
    }

    private static Optional<DateBound> bound(@Nullable String text) {
        return Optional.ofNullable(text).map(DateBound::parse);
    }
}
