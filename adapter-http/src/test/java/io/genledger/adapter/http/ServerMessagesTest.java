package io.genledger.adapter.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerMessagesTest {

    private static final String KEY = "sk-or-v1-secret";

    private final ServerMessages messages = new ServerMessages(new ApiKey(KEY));

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
    void extractsTheMessageOfAnErrorBody(String body, String message) {
        assertThat(messages.messageOrStatus(reply(body))).isEqualTo(message);
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
    void withoutAMessageItIsTheStatusLine(String body) {
        assertThat(messages.messageOrStatus(reply(body))).isEqualTo("400 Bad Request");
    }

    @Test
    void longMessagesAreCutBetweenCharacters() {
        String shown = messages.sanitized("😀".repeat(300));

        assertThat(shown).isEqualTo("😀".repeat(199) + "…");
    }

    @Test
    void controlCharactersAreRemoved() {
        assertThat(messages.sanitized("a\u001b[31mred\u202e\u0007")).isEqualTo("a [31mred");
    }

    @Test
    void theKeyIsRedactedAtTheCutToo() {
        assertThat(messages.sanitized("x".repeat(190) + KEY)).doesNotContain("sk-or");
    }

    @Test
    void theKeyIsRedactedWhenEscaped() {
        String escaped = "\\u0073k-or-v1-secret";

        assertThat(messages.messageOrStatus(reply("{\"message\":\"" + escaped + "\"}")))
                .isEqualTo("[key]");
    }

    @Test
    void onlyTheBeginningOfAHugeBodyIsSearched() {
        String body = " ".repeat(1 << 20) + "{\"message\":\"late\"}";

        assertThat(messages.messageOrStatus(reply(body))).isEqualTo("400 Bad Request");
    }

    @ParameterizedTest
    @CsvSource({
        "Bad Request,  400 Bad Request",
        "bad request,  400 Bad Request",
        "Bad Request., 400 Bad Request: Bad Request.",
        "No such id,   400 Bad Request: No such id"
    })
    void aMessageThatRepeatsTheReasonPhraseIsDropped(String message, String shown) {
        String body = "{\"error\":{\"message\":\"" + message + "\"}}";

        assertThat(messages.statusAndMessage(reply(body))).isEqualTo(shown);
    }

    private static HttpReply reply(String body) {
        return new HttpReply(HttpResponse.badRequest(body.getBytes(UTF_8)));
    }
}
