package io.genledger.app.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SanitizedTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "anthropic/claude ~ 1", "≥0.00", "模型 \ud83d\ude80", "e\u0301"})
    void keepsHarmlessText(String text) {
        assertThat(Sanitized.of(text)).isEqualTo(text);
        assertThat(Sanitized.lines(text)).isEqualTo(text);
    }

    @Test
    void escapesEachControlCharacterOfAscii() {
        IntStream.concat(IntStream.range(0, ' '), IntStream.of(0x7f))
                .forEach(control ->
                        assertThat(Sanitized.of("a" + (char) control + "b"))
                                .isEqualTo("a\\u%04xb".formatted(control)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0085", "\u200b", "\u202e", "\u2028", "\ud800", "\uffff"})
    void escapesOtherCharactersThatChangeALine(String text) {
        assertThat(Sanitized.of("a" + text)).isEqualTo("a\\u%04x".formatted((int) text.charAt(0)));
    }

    @Test
    void keepsLineBreaksWhereTheyAreWanted() {
        assertThat(Sanitized.of("a\nb")).isEqualTo("a\\u000ab");
        assertThat(Sanitized.lines("a\nb\t")).isEqualTo("a\nb\\u0009");
    }
}
