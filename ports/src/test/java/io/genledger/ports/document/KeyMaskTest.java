package io.genledger.ports.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyMaskTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Authorization: Bearer sk-or-v1-0123abc|Authorization: Bearer sk-or-[hidden]",
                "authorization: bearer eyJhbGciOi.J9-_x/y+z==, next|authorization: bearer [hidden],"
                        + " next",
                "{\"k\":\"sk-or-v1-0a\",\"l\":\"sk-or-v1-0b\"}|{\"k\":\"sk-or-[hidden]\",\"l\":\"sk-or-[hidden]\"}",
                "Authorization: Bearer eyJh|Authorization: Bearer [hidden]",
                "the bearer of news|the bearer of news",
                "ask-or-tell gen-1766176333-571cT9ZUjKzbZWEL3yGz|ask-or-tell"
                        + " gen-1766176333-571cT9ZUjKzbZWEL3yGz",
                "sk-or-[hidden]|sk-or-[hidden]"
            })
    void hidesKeysAndNothingElse(String text, String masked) {
        assertThat(KeyMask.of(text)).isEqualTo(masked);
    }

    @Test
    void allOtherBytesStay() {
        byte[] text = "\u00e9\u20ac sk-or-v1-0a \u00ff".getBytes(StandardCharsets.UTF_8);
        byte[] invalid = {(byte) 0xff, 0, (byte) 0x80, '\r', '\n'};

        assertThat(KeyMask.of(text))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("é€ sk-or-[hidden] ÿ");
        assertThat(KeyMask.of(invalid)).isEqualTo(invalid);
    }
}
