package io.genledger.domain.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextPatternTest {

    @ParameterizedTest
    @CsvSource({
        "anthropic/*, anthropic/claude-3-haiku, true",
        "anthropic/*, anthropic, false",
        "*, anything, true",
        "*haiku, anthropic/claude-3-haiku, true",
        "a*b*c, abc, true",
        "a*b*c, a--b--c, true",
        "a*b*c, a--c--b, false",
        "ab*ba, aba, false",
        "a*bc*bcd, abcd, false",
        "a*bc*bcd, abcbcd, true",
        "Haiku, haiku, false",
        "'a\\*', a*, true",
        "'a\\*', ab, false",
        "'\\!a', !a, true",
        "'a\\', 'a\\', true",
        "'', '', false"
    })
    void matchesTextsOfItsForm(String written, String text, boolean matches) {
        assertThat(TextPattern.parse(written).matches(Optional.of(text))).isEqualTo(matches);
    }

    @Test
    void onlyTheEmptyPatternMatchesWhereNothingIsStated() {
        assertThat(TextPattern.parse("").matches(Optional.empty())).isTrue();
        assertThat(TextPattern.parse("*").matches(Optional.empty())).isFalse();
    }

    @Test
    void aTextAsItIsMatchesItselfOnly() {
        assertThat(TextPattern.exactly("!a*").matches(Optional.of("!a*"))).isTrue();
        assertThat(TextPattern.exactly("!a*").matches(Optional.of("!ab"))).isFalse();
    }

    @Test
    void hasAtLeastOnePart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TextPattern(false, List.of()))
                .withMessageContaining("at least one part");
    }
}
