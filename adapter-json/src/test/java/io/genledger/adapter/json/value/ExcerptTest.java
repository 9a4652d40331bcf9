package io.genledger.adapter.json.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExcerptTest {

    @ParameterizedTest
    @CsvSource({
        "Authorization: Bearer sk-or-v1-0123456789abcdef0123456789abcdef, 40, Authorization: Bearer"
                + " sk-or-[hidden]",
        "Authorization: Bearer sk-or-v1-0123456789abcdef0123456789abcdef, 30, Authorization: Bearer"
                + " sk-or-[h…",
        "Authorization: Bearer eyJhbGciOi.0123456789abcdef, 40, Authorization: Bearer [hidden]",
        "a line of text, 6, a line…"
    })
    void showsNoKeyEvenIfItEndsBehindTheExcerpt(String text, int maxChars, String shown) {
        assertThat(Excerpt.of(text, maxChars)).isEqualTo(shown);
    }
}
