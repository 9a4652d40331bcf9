package io.genledger.app.cli.option;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A bound of a period as people write it. A day or month means all of it, wherever it stands; a
 * moment means itself.
 *
 * @param start its first local moment
 * @param end the first local moment after it
 * @param zone the zone it names itself, if it does
 */
public record Moment(LocalDateTime start, LocalDateTime end, Optional<ZoneId> zone) {

    public Instant startIn(ZoneId reportZone) {
        return start.atZone(zone.orElse(reportZone)).toInstant();
    }

    Instant endIn(ZoneId reportZone) {
        return end.atZone(zone.orElse(reportZone)).toInstant();
    }

    /** Reads a bound from the command line. */
    public static final class Converter implements ITypeConverter<Moment> {

        private static final List<Function<String, Moment>> READERS =
                List.of(
                        Converter::day,
                        Converter::month,
                        Converter::moment,
                        Converter::localMoment);

        @Override
        public Moment convert(String text) {
            for (Function<String, Moment> reader : READERS) {
                try {
                    return reader.apply(text.strip());
                } catch (DateTimeException otherForm) {
                    // The next reader knows another form.
                }
            }
            throw new TypeConversionException(
                    "no date '"
                            + text
                            + "': expected e.g. 2025-08-01, 2025-08 or 2025-08-01T12:00:00Z");
        }

        private static Moment day(String text) {
            LocalDate day = LocalDate.parse(text);
            return new Moment(day.atStartOfDay(), day.plusDays(1).atStartOfDay(), Optional.empty());
        }

        private static Moment month(String text) {
            LocalDate first = YearMonth.parse(text).atDay(1);
            LocalDate next = first.plus(1, ChronoUnit.MONTHS);
            return new Moment(first.atStartOfDay(), next.atStartOfDay(), Optional.empty());
        }

        private static Moment moment(String text) {
            OffsetDateTime moment = OffsetDateTime.parse(text);
            LocalDateTime local = moment.toLocalDateTime();
            return new Moment(local, local, Optional.of(moment.getOffset()));
        }

        private static Moment localMoment(String text) {
            LocalDateTime moment = LocalDateTime.parse(text);
            return new Moment(moment, moment, Optional.empty());
        }
    }
}
