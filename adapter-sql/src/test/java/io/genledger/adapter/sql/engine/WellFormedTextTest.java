package io.genledger.adapter.sql.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WellFormedTextTest {

    @Test
    void replacesCharactersThatCannotBeStored() {
        assertThat(WellFormedText.of("a\0b\uD800c\uD83D\uDE00"))
                .isEqualTo("a\uFFFDb\uFFFDc\uD83D\uDE00");
    }

    @Test
    void keepsOtherText() {
        assertThat(WellFormedText.of("plain")).isEqualTo("plain");
    }
}
