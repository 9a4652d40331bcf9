package io.genledger.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTest {

    @Test
    void doesNotPrintItself() {
        assertThat(new ApiKey("sk-or-v1-secret")).hasToString("ApiKey[hidden]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "sk secret",
                "secret\n",
                "secret\r\nX-Evil: 1",
                "sécret",
                "a\u007f"
            })
    void refusesAMalformedKeyWithoutShowingIt(String secret) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ApiKey(secret))
                .withMessageNotContaining("secret");
    }

    @Test
    void redactsItself() {
        assertThat(new ApiKey("sk-or-v1-a$1").redacted("1sk-or-v1-a$12sk-or-v1-a$1"))
                .isEqualTo("1[key]2[key]");
        assertThat(new ApiKey("any").redacted("Too Many, any; \"any\"; Bearer any"))
                .isEqualTo("Too Many, [key]; \"[key]\"; Bearer [key]");
        assertThat(new ApiKey("any").redacted("Too many")).isEqualTo("Too many");
    }
}
