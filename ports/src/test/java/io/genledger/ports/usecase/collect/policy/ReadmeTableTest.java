package io.genledger.ports.usecase.collect.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** README's table of backoffs is the one of {@link Backoffs}. */
class ReadmeTableTest {

    private static final Pattern ROW =
            Pattern.compile(
                    "(?m)^\\| `([A-Z_]+)` \\| [^|]* \\| ([^|]*) \\| ([^|]*) \\| (\\w+) \\|$");

    @Test
    void readmeListsTheBackoffs() throws IOException {
        Map<String, Backoff> listed = new TreeMap<>();
        ROW.matcher(Files.readString(Path.of("README.md")))
                .results()
                .forEach(row ->
                        listed.put(
                                row.group(1),
                                new Backoff(
                                        duration(row.group(2)),
                                        duration(row.group(3)),
                                        Jitter.valueOf(row.group(4).toUpperCase(Locale.ROOT)))));

        assertThat(listed)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "RETRY", Backoffs.RETRY,
                                "RATE_LIMIT", Backoffs.RATE_LIMIT,
                                "RUN", Backoffs.RUN,
                                "UNAVAILABLE", Backoffs.UNAVAILABLE,
                                "UNUSABLE", Backoffs.UNUSABLE,
                                "FAULT", Backoffs.FAULT));
    }

    private static Duration duration(String text) {
        String[] words = text.split(" ", 2);
        long number = Long.parseLong(words[0]);
        return switch (words[1]) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "min" -> Duration.ofMinutes(number);
            default -> Duration.ofDays(number);
        };
    }
}
