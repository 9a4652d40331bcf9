package io.genledger.app.option.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class DurationConverterTest {

    @ParameterizedTest
    @CsvSource({
        "90s, PT1M30S",
        "15m, PT15M",
        "1h30m, PT1H30M",
        "2d, PT48H",
        "1d12h, PT36H",
        "0s, PT0S",
        "PT15M, PT15M",
        "1.5S, PT1.5S",
        "250ms, PT0.25S"
    })
    void readsWhatPeopleWrite(String text, Duration duration) {
        assertThat(new DurationConverter().convert(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "15", "m", "soon", "-5m", "1y", "ms", "1s5ms", "99999999999999999999s"})
    void saysWhatIsExpectedInsteadOfGuessing(String text) {
        assertThatExceptionOfType(TypeConversionException.class)
                .isThrownBy(() -> new DurationConverter().convert(text))
                .withMessageContaining("expected e.g. 250ms, 90s, 15m, 1h30m or 2d");
    }
}
