package io.genledger.domain.period;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A period as people write it: by the calendar, e.g. {@code 2025-08}, or by the present, e.g.
 * {@code yesterday}, {@code last-month} or {@code 7d}.
 *
 * {@snippet class="io.genledger.domain.ExamplesTest" region="periodText"}
 */
public final class PeriodText {

    /** The texts that {@link #parse} reads, for messages. */
    public static final String EXPECTED =
            "expected e.g. 2025-08-01, 2025-08, 2025, today, yesterday, this-week, last-month, 24h,"
                    + " 7d, 2w, 3m, 7d-ago or 2025-08-01T12:00:00Z";

    private static final int LONGEST_COUNT = 4;
    private static final Pattern COUNTED =
            Pattern.compile("(?<count>[1-9]\\d{0," + (LONGEST_COUNT - 1) + "})(?<unit>[hdwmy]?)");
    private static final Pattern NONE = Pattern.compile("0+[hdwmy]([- ]ago)?");
    private static final Pattern AGO = Pattern.compile("(?<ago>.*?[dwmy])[- ]ago");

    private static final Map<String, Calendar> WORDS =
            Map.of(
                    "today", (day, week) -> days(day, day.plusDays(1)),
                    "yesterday", (day, week) -> days(day.minusDays(1), day),
                    "this-week", (day, week) -> week(week),
                    "last-week", (day, week) -> week(week.minusWeeks(1)),
                    "this-month", (day, week) -> month(YearMonth.from(day)),
                    "last-month", (day, week) -> month(YearMonth.from(day).minusMonths(1)),
                    "this-year", (day, week) -> year(day.getYear()),
                    "last-year", (day, week) -> year(day.getYear() - 1));

    private final String text;
    private final Meaning meaning;

    private PeriodText(String text, Meaning meaning) {
        this.text = text;
        this.meaning = meaning;
    }

    /** The first local day of a period and the day after it. */
    private record Days(LocalDate first, LocalDate after) {}

    private interface Calendar {
        Days at(LocalDate today, LocalDate startOfWeek);
    }

    private interface Meaning {
        DateBound at(ZonedDateTime now, DayOfWeek startOfWeek);
    }

    /**
     * Reads a text that {@link DateBound#parse} reads; {@code today}, {@code yesterday}; {@code
     * this-} or {@code last-} with {@code week}, {@code month} or {@code year}; {@code 24h}, the
     * hours until the present; {@code 7d}, {@code 2w}, {@code 3m} or {@code 1y}, the days, weeks,
     * months or years that end with today, where a number alone counts days; {@code 7d-ago}, the
     * day that many days ago. Upper and lower case are the same.
     *
     * @throws IllegalArgumentException if {@code text} has none of these forms
     */
    public static PeriodText parse(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        Matcher counted = COUNTED.matcher(word);
        Matcher ago = AGO.matcher(word);
        Calendar calendar = WORDS.get(word);
        if (calendar != null) {
            return new PeriodText(word, of(word, calendar));
        }
        if (ago.matches() && COUNTED.matcher(ago.group("ago")).matches()) {
            return new PeriodText(word, of(word, dayAgo(ago.group("ago"))));
        }
        if (counted.matches() && !isYear(counted)) {
            return new PeriodText(word, counted(word));
        }
        if (NONE.matcher(word).matches()) {
            throw new IllegalArgumentException(
                    "'%s' is no time: expected a count of 1 or more; 1d is today".formatted(text));
        }
        return absolute(text);
    }

    private static PeriodText absolute(String text) {
        try {
            DateBound bound = DateBound.parse(text);
            return new PeriodText(bound.text(), (now, startOfWeek) -> bound);
        } catch (IllegalArgumentException noDate) {
            throw new IllegalArgumentException("not a date: '" + text + "': " + EXPECTED, noDate);
        }
    }

    private static boolean isYear(Matcher counted) {
        return counted.group("unit").isEmpty() && counted.group("count").length() == LONGEST_COUNT;
    }

    private static Meaning counted(String word) {
        Matcher counted = matched(word);
        int count = count(counted);
        return counted.group("unit").equals("h")
                ? (now, startOfWeek) -> hours(word, now, count)
                : of(
                        word,
                        (today, week) -> days(before(today, word).plusDays(1), today.plusDays(1)));
    }

    private static Calendar dayAgo(String word) {
        return (today, week) -> days(before(today, word), before(today, word).plusDays(1));
    }

    /** The day that lies the counted days, weeks, months or years before {@code day}. */
    private static LocalDate before(LocalDate day, String word) {
        Matcher counted = matched(word);
        return day.minus(
                count(counted),
                switch (counted.group("unit")) {
                    case "w" -> ChronoUnit.WEEKS;
                    case "m" -> ChronoUnit.MONTHS;
                    case "y" -> ChronoUnit.YEARS;
                    default -> ChronoUnit.DAYS;
                });
    }

    private static Matcher matched(String word) {
        Matcher counted = COUNTED.matcher(word);
        if (!counted.matches()) {
            throw new IllegalStateException(word);
        }
        return counted;
    }

    private static int count(Matcher counted) {
        return Integer.parseInt(counted.group("count"));
    }

    /** By the clock of UTC, which no change of the clock repeats. */
    private static DateBound hours(String word, ZonedDateTime now, int count) {
        LocalDateTime end = LocalDateTime.ofInstant(now.toInstant(), ZoneOffset.UTC);
        return new DateBound(word, end.minusHours(count), end, Optional.of(ZoneOffset.UTC));
    }

    private static Meaning of(String word, Calendar calendar) {
        return (now, startOfWeek) -> {
            LocalDate today = now.toLocalDate();
            Days days =
                    calendar.at(today, today.with(TemporalAdjusters.previousOrSame(startOfWeek)));
            return new DateBound(
                    word,
                    days.first().atStartOfDay(),
                    days.after().atStartOfDay(),
                    Optional.empty());
        };
    }

    private static Days days(LocalDate first, LocalDate after) {
        return new Days(first, after);
    }

    private static Days week(LocalDate first) {
        return days(first, first.plusWeeks(1));
    }

    private static Days month(YearMonth month) {
        return days(month.atDay(1), month.plusMonths(1).atDay(1));
    }

    private static Days year(int year) {
        return days(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1));
    }

    /**
     * The period that the text means.
     *
     * @param now the present, in the time zone of the query
     * @param startOfWeek the first day of a week
     */
    public DateBound at(ZonedDateTime now, DayOfWeek startOfWeek) {
        return meaning.at(now, startOfWeek);
    }

    /** Whether it counts hours, days, weeks, months or years until the present. */
    public boolean isCounted() {
        Matcher counted = COUNTED.matcher(text);
        return counted.matches() && !isYear(counted);
    }

    /** The text as written. */
    @Override
    public String toString() {
        return text;
    }
}
