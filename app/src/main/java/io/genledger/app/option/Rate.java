package io.genledger.app.option;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A rate limit as the user states it.
 *
 * @param requests number of requests, at least 1
 * @param time a second, a minute or an hour
 */
public record Rate(int requests, Duration time) {

    private static final Map<String, Duration> TIMES =
            Map.of(
                    "s", Duration.ofSeconds(1),
                    "m", Duration.ofMinutes(1),
                    "h", Duration.ofHours(1));

    /** As the user states it: {@code 5/s}. */
    @Override
    public String toString() {
        return TIMES.entrySet().stream()
                .filter(unit -> unit.getValue().equals(time))
                .map(unit -> requests + "/" + unit.getKey())
                .findFirst()
                .orElseThrow();
    }

    /** Reads {@code 5/s}, {@code 100/m}, {@code 1000/h}. */
    public static final class Converter implements ITypeConverter<Rate> {

        private static final Pattern RATE = Pattern.compile("([1-9][0-9]{0,5})/([smh])");

        @Override
        public Rate convert(String text) {
            Matcher rate = RATE.matcher(text.strip());
            Duration time = rate.matches() ? TIMES.get(rate.group(2)) : null;
            if (time == null) {
                throw new TypeConversionException(
                        "no rate '" + text + "': expected e.g. 5/s, 100/m or 1000/h");
            }
            return new Rate(Integer.parseInt(rate.group(1)), time);
        }
    }
}
