package io.genledger.domain.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTextTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** A Wednesday, on which it is still Tuesday in UTC. */
    private static final ZonedDateTime NOW = Instant.parse("2026-03-31T22:30:00Z").atZone(BERLIN);

    @ParameterizedTest
    @CsvSource({
        "today, 2026-04-01, 2026-04-02",
        "yesterday, 2026-03-31, 2026-04-01",
        "this-week, 2026-03-30, 2026-04-06",
        "last-week, 2026-03-23, 2026-03-30",
        "this-month, 2026-04-01, 2026-05-01",
        "last-month, 2026-03-01, 2026-04-01",
        "this-year, 2026-01-01, 2027-01-01",
        "last-year, 2025-01-01, 2026-01-01",
        "1d, 2026-04-01, 2026-04-02",
        "7d, 2026-03-26, 2026-04-02",
        "7, 2026-03-26, 2026-04-02",
        "2w, 2026-03-19, 2026-04-02",
        "3m, 2026-01-02, 2026-04-02",
        "1y, 2025-04-02, 2026-04-02",
        "7d-ago, 2026-03-25, 2026-03-26",
        "7d ago, 2026-03-25, 2026-03-26",
        "1m-ago, 2026-03-01, 2026-03-02",
        "20250801, 2025-08-01, 2025-08-02",
        "2025, 2025-01-01, 2026-01-01"
    })
    void meansDaysOfTheCalendar(String text, String first, String after) {
        DateBound period = PeriodText.parse(text).at(NOW, DayOfWeek.MONDAY);

        assertThat(period.startIn(BERLIN)).isEqualTo(DateBound.parse(first).startIn(BERLIN));
        assertThat(period.endIn(BERLIN)).isEqualTo(DateBound.parse(after).startIn(BERLIN));
    }

    @Test
    void aWeekBeginsOnTheDayOfTheCaller() {
        assertThat(PeriodText.parse("this-week").at(NOW, DayOfWeek.SUNDAY).startIn(BERLIN))
                .isEqualTo(DateBound.parse("2026-03-29").startIn(BERLIN));
    }

    @Test
    void hoursEndNowWhateverTheClockOfTheZoneDid() {
        ZonedDateTime afterTheChange = Instant.parse("2026-03-29T02:30:00Z").atZone(BERLIN);
        DateBound day = PeriodText.parse("24h").at(afterTheChange, DayOfWeek.MONDAY);

        assertThat(day.startIn(BERLIN)).isEqualTo(Instant.parse("2026-03-28T02:30:00Z"));
        assertThat(day.endIn(BERLIN)).isEqualTo(Instant.parse("2026-03-29T02:30:00Z"));
    }

    @Test
    void readsAnyCaseAndKeepsTheWord() {
        assertThat(PeriodText.parse(" Last_Month ")).hasToString("last-month");
        assertThat(PeriodText.parse("7D").at(NOW, DayOfWeek.MONDAY)).hasToString("7d");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "d", "7x", "-7d", "12345d", "tomorrow", "ago", "24h-ago", "2025-13"})
    void refusesAnotherTextWithExamples(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PeriodText.parse(text))
                .withMessageStartingWith("not a date: '%s': expected e.g. 2025-08-01", text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0d", "0h", "00m", "0d-ago"})
    void aCountOfNoneIsNoTime(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PeriodText.parse(text))
                .withMessage("'%s' is no time: expected a count of 1 or more; 1d is today", text);
    }
}
