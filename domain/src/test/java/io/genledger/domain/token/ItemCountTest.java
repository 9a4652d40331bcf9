package io.genledger.domain.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ItemCountTest {

    @Test
    void isNeverNegative() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ItemCount(-1))
                .withMessage("a count is 0 or more, not -1");
    }

    @Test
    void printsAsItsNumber() {
        assertThat(new ItemCount(12)).hasToString("12");
        assertThat(ItemCount.ZERO).isEqualTo(new ItemCount(0));
    }
}
