package io.genledger.app.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {

    @ParameterizedTest
    @CsvSource({
        "PT-5S, 0 s",
        "PT0.9S, 0 s",
        "PT59.9S, 59 s",
        "PT1M, 1 min",
        "PT1M30S, 1 min 30 s",
        "PT59M59S, 59 min 59 s",
        "PT1H0M59S, 1 h",
        "PT2H59M59S, 2 h 59 min",
        "PT24H, 1 d",
        "P127DT1H, 127 d 1 h",
    })
    void tellsTheTwoGreatestUnits(Duration span, String words) {
        assertThat(Times.words(span)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"PT-5S, now", "PT0S, now", "PT0.2S, in 1 s", "PT5.2S, in 6 s", "PT59.9S, in 1 min"})
    void aDueTimeIsNeverSaidToBeEarlier(Duration wait, String words) {
        Instant now = Instant.parse("2026-11-23T12:00:00.5Z");

        assertThat(Times.due(now.plus(wait), now)).isEqualTo(words);
    }
}
