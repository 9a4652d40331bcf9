package io.genledger.app.option.convert;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads a duration as people write it ({@code 90s}, {@code 15m}, {@code 1h30m}, {@code 250ms}) or
 * as ISO 8601.
 */
public final class DurationConverter implements ITypeConverter<Duration> {

    private static final String MILLISECONDS = "\\d{1,15}MS";

    @Override
    public Duration convert(String text) {
        String upper = text.strip().toUpperCase(Locale.ROOT);
        try {
            Duration duration = Duration.parse(upper.startsWith("P") ? upper : iso(upper));
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (DateTimeParseException unreadable) {
            // Reported below, as for a negative duration.
        }
        throw new TypeConversionException(
                "no duration '" + text + "': expected e.g. 250ms, 90s, 15m, 1h30m or 2d");
    }

    private static String iso(String text) {
        if (text.matches(MILLISECONDS)) {
            long millis = Long.parseLong(text.substring(0, text.length() - 2));
            return Duration.ofMillis(millis).toString();
        }
        int days = text.indexOf('D');
        if (days < 0) {
            return "PT" + text;
        }
        String rest = text.substring(days + 1);
        return "P" + text.substring(0, days + 1) + (rest.isEmpty() ? "" : "T" + rest);
    }
}
