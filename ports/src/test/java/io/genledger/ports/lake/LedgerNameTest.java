package io.genledger.ports.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"e", "eu", "team_7", "a23456789012345678901234567890123456789_"})
    void takesWhatSqlAndFilesNeedNotQuote(String name) {
        assertThat(new LedgerName(name)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "EU",
                "7",
                "_a",
                "a-b",
                "a b",
                "a'b",
                "é",
                "a\n",
                "a2345678901234567890123456789012345678901"
            })
    void refusesOthers(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LedgerName(name))
                .withMessage("expected " + LedgerName.EXPECTED);
    }
}
