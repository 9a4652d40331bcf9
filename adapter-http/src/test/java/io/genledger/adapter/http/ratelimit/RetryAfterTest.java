package io.genledger.adapter.http.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0                               | PT0S",
                "7                               | PT7S",
                "-7                              | PT0S",
                "86400                           | PT24H",
                "86401                           | PT24H",
                "9223372036854775807             | PT24H",
                "-9223372036854775808            | PT0S",
                "Mon, 23 Nov 2026 12:00:05 GMT   | PT5S",
                "Mon, 23 Nov 2026 11:59:00 GMT   | PT0S",
                "Wed, 23 Dec 2026 12:00:00 GMT   | PT24H",
            })
    void readsSecondsAndDates(String header, Duration pause) {
        assertThat(RetryAfter.parse(header, NOW)).isEqualTo(Optional.of(pause));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "1.5", "1e3", "2026-11-23", "99999999999999999999"})
    void aMalformedHeaderIsIgnored(String header) {
        assertThat(RetryAfter.parse(header, NOW)).isEmpty();
    }
}
