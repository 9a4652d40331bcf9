package io.genledger.domain.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TokenCountTest {

    @Test
    void countsPastWhatADoubleCanTellApart() {
        TokenCount large = new TokenCount((1L << 53) + 1);

        assertThat(large).isGreaterThan(new TokenCount(1L << 53)).hasToString("9007199254740993");
        assertThat(large.plus(new TokenCount(2))).isEqualTo(new TokenCount((1L << 53) + 3));
    }

    @Test
    void isNeverNegative() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TokenCount(-1))
                .withMessage("a token count is 0 or more, not -1");
    }

    @Test
    void doesNotWrapAround() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> new TokenCount(Long.MAX_VALUE).plus(new TokenCount(1)));
    }

    @Test
    void addingNoneChangesNothing() {
        assertThat(new TokenCount(7).plus(TokenCount.ZERO)).isEqualTo(new TokenCount(7));
    }
}
