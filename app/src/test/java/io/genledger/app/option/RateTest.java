package io.genledger.app.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class RateTest {

    private final Rate.Converter converter = new Rate.Converter();

    @ParameterizedTest
    @CsvSource({
        "5/s, 5, PT1S",
        "100/m, 100, PT1M",
        "1000/h, 1000, PT1H",
        "' 999999/s ', 999999, PT1S"
    })
    void readsSoManyInSuchATime(String text, int requests, Duration time) {
        assertThat(converter.convert(text)).isEqualTo(new Rate(requests, time));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "5", "/s", "0/s", "05/s", "-5/s", "1.5/s", "5/d", "5 / s", "1000000/s"})
    void refusesWhatIsNone(String text) {
        assertThatExceptionOfType(TypeConversionException.class)
                .isThrownBy(() -> converter.convert(text))
                .withMessageContaining("'" + text + "': expected e.g. 5/s");
    }
}
