package io.genledger.adapter.sql.engine.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PostgresTextTest {

    @Test
    void replacesCharactersThatCannotBeStored() {
        assertThat(PostgresText.of("a\0b\uD800c\uD83D\uDE00"))
                .isEqualTo("a\uFFFDb\uFFFDc\uD83D\uDE00");
    }

    @Test
    void keepsOtherText() {
        assertThat(PostgresText.of("plain")).isEqualTo("plain");
    }
}
