package io.genledger.domain.period;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * A bound of a period, written as a day, a month, a year or a moment. A first bound that is a day,
 * month or year means its beginning, a last one its end, so that all of it is included.
 *
 * {@snippet class="io.genledger.domain.ExamplesTest" region="period"}
 *
 * @param text the bound as written
 * @param start its first local moment
 * @param end the first local moment after a day, month or year; equal to {@code start} for a moment
 * @param zone the time zone in the text; empty to use that of the query
 */
public record DateBound(
        String text, LocalDateTime start, LocalDateTime end, Optional<ZoneId> zone) {

    private static final DateTimeFormatter COMPACT =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);

    private static final DateTimeFormatter FOUR_DIGITS =
            DateTimeFormatter.ofPattern("uuuu", Locale.ROOT);

    private static final List<Function<String, DateBound>> FORMS =
            List.of(
                    DateBound::day,
                    DateBound::compactDay,
                    DateBound::month,
                    DateBound::year,
                    DateBound::moment,
                    DateBound::localMoment);

    /**
     * Reads {@code 2025-08-01}, {@code 20250801}, {@code 2025-08}, {@code 2025}, {@code
     * 2025-08-01T12:00:00Z} or {@code 2025-08-01T12:00}. Spaces around it are ignored.
     *
     * @throws IllegalArgumentException if {@code text} has none of these forms
     */
    public static DateBound parse(String text) {
        for (Function<String, DateBound> form : FORMS) {
            try {
                return form.apply(text.strip());
            } catch (DateTimeException otherForm) {
                // The text may have the next form.
            }
        }
        throw new IllegalArgumentException(
                "not a date: '"
                        + text
                        + "': expected e.g. 2025-08-01, 2025-08 or 2025-08-01T12:00:00Z");
    }

    /** The moment at which a period that begins with this bound begins. */
    public Instant startIn(ZoneId queryZone) {
        return start.atZone(zone.orElse(queryZone)).toInstant();
    }

    /** The first moment after a period that ends with this bound. */
    public Instant endIn(ZoneId queryZone) {
        return end.atZone(zone.orElse(queryZone)).toInstant();
    }

    private static DateBound day(String text) {
        return day(text, LocalDate.parse(text));
    }

    private static DateBound compactDay(String text) {
        return day(text, LocalDate.parse(text, COMPACT));
    }

    private static DateBound day(String text, LocalDate day) {
        return local(text, day.atStartOfDay(), day.plusDays(1).atStartOfDay());
    }

    private static DateBound year(String text) {
        Year year = Year.parse(text, FOUR_DIGITS);
        return local(text, year.atDay(1).atStartOfDay(), year.plusYears(1).atDay(1).atStartOfDay());
    }

    private static DateBound month(String text) {
        YearMonth month = YearMonth.parse(text);
        return local(
                text, month.atDay(1).atStartOfDay(), month.plusMonths(1).atDay(1).atStartOfDay());
    }

    private static DateBound moment(String text) {
        OffsetDateTime moment = OffsetDateTime.parse(text);
        LocalDateTime local = moment.toLocalDateTime();
        return new DateBound(text, local, local, Optional.of(moment.getOffset()));
    }

    private static DateBound localMoment(String text) {
        LocalDateTime moment = LocalDateTime.parse(text);
        return local(text, moment, moment);
    }

    private static DateBound local(String text, LocalDateTime start, LocalDateTime end) {
        return new DateBound(text, start, end, Optional.empty());
    }

    /** The bound as written. */
    @Override
    public String toString() {
        return text;
    }
}
