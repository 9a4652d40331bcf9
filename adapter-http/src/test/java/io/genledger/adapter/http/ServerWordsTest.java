package io.genledger.adapter.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerWordsTest {

    private static final String KEY = "sk-or-v1-secret";

    private final ServerWords words = new ServerWords(new ApiKey(KEY));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"error\":{\"message\":\"No\",\"code\":400}}       | No",
                "{\"error\": {\"code\": 400, \"message\" : \"No\"}}  | No",
                "{\"error\":{\"message\":\"say \\\"no\\\" \\\\o/\"}} | say \"no\" \\o/",
                "{\"error\":{\"message\":\"a\\nb\\u0000\\tc\"}}      | a b c",
                "{\"error\":{\"message\":\"\\u00fc\\ud83d\\ude00\"}} | ü😀",
                "{\"error\":{\"message\":\"cost $1\"}}               | cost $1",
            })
    void picksTheMessageOutOfAnErrorBody(String body, String message) {
        assertThat(words.of(answer(body))).isEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>",
                "{\"error\":{\"message\":\"\"}}",
                "{\"error\":{\"message\":null}}",
                "{\"error\":{\"message\":\"cut off",
                "{\"error\":\"message\"}"
            })
    void withoutAMessageTheStatusSpeaks(String body) {
        assertThat(words.of(answer(body))).isEqualTo("400 Bad Request");
    }

    @Test
    void longMessagesAreCutBetweenCharacters() {
        String shown = words.shown("😀".repeat(300));

        assertThat(shown).isEqualTo("😀".repeat(199) + "…");
    }

    @Test
    void terminalsAreNotCommanded() {
        assertThat(words.shown("a\u001b[31mred\u202e\u0007")).isEqualTo("a [31mred");
    }

    @Test
    void theKeyIsBlottedOutEvenAtTheCut() {
        assertThat(words.shown("x".repeat(190) + KEY)).doesNotContain("sk-or");
    }

    @Test
    void theKeyIsBlottedOutEvenWhenEscaped() {
        String escaped = "\\u0073k-or-v1-secret";

        assertThat(words.of(answer("{\"message\":\"" + escaped + "\"}"))).isEqualTo("[key]");
    }

    @Test
    void aHugeBodyIsSearchedAtItsBeginningOnly() {
        String body = " ".repeat(1 << 20) + "{\"message\":\"late\"}";

        assertThat(words.of(answer(body))).isEqualTo("400 Bad Request");
    }

    private static HttpAnswer answer(String body) {
        return new HttpAnswer(HttpResponse.badRequest(body.getBytes(UTF_8)));
    }
}
