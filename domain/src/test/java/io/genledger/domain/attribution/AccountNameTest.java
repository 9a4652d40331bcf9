package io.genledger.domain.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountNameTest {

    @Test
    void isWrittenAsItIs() {
        assertThat(new AccountName("team a")).hasToString("team a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb", "\u0000"})
    void isNeitherBlankNorOfControlCharacters(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new AccountName(name));
    }

    @Test
    void hasALongestLength() {
        String longest = "a".repeat(AccountName.MOST_CHARS);

        assertThat(new AccountName(longest).value()).isEqualTo(longest);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AccountName(longest + "a"))
                .withMessageContaining("1 to 200 characters");
    }
}
