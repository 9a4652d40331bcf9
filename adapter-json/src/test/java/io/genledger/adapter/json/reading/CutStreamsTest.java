package io.genledger.adapter.json.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.json.FieldCases;
import io.genledger.adapter.json.JacksonDocumentReader;
import io.genledger.domain.cost.SpendRule;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.money.UsdAmount;
import io.genledger.ports.testkit.RecordedContents;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A stream that is cut off anywhere states the figures that it stated, or none. */
class CutStreamsTest {

    private static final String FIRST = "gen-1787613199-Rd1HqID6PybJhB89ZeWK";
    private static final String SECOND = "gen-1787613199-fzWXcrxzjI3ngp3f2syX";

    private static final String CHAT =
            """
            : OPENROUTER PROCESSING

            data: {"id":"%1$s","object":"chat.completion.chunk","created":1787613199,"model":"a/b",\
            "choices":[{"index":0,"delta":{"content":"{"},"finish_reason":null}]}

            data: {"id":"%1$s","object":"chat.completion.chunk","created":1787613199,"model":"a/b",\
            "choices":[{"index":0,"delta":{"content":""},"finish_reason":"stop"}]}

            data: {"id":"%1$s","object":"chat.completion.chunk","created":1787613199,"model":"a/b",\
            "choices":[],"usage":{"prompt_tokens":9,"completion_tokens":3,"cost":%2$s,\
            "is_byok":false,"cost_details":{"upstream_inference_cost":null}}}

            data: [DONE]

            """;

    private static final String RESPONSES =
            """
            event: response.created
            data: {"type":"response.created","response":{"id":"%1$s","object":"response",\
            "created_at":1787613199,"status":"in_progress","model":"a/b","usage":null}}

            event: response.output_text.delta
            data: {"type":"response.output_text.delta","item_id":"msg_1","delta":"{"}

            event: response.completed
            data: {"type":"response.completed","response":{"id":"%1$s","object":"response",\
            "created_at":1787613199,"status":"completed","model":"a/b","output":[],\
            "usage":{"input_tokens":9,"output_tokens":3,"cost":%2$s,"is_byok":false,\
            "cost_details":{"upstream_inference_cost":null}}}}

            """;

    @Test
    void messagesAreNeverFree() throws IOException {
        cutAtEveryByte(FieldCases.text("08-messages-stream.sse.txt"), "0.002672", "0.0225462");
    }

    @Test
    void chatChunksAreNeverFree() throws IOException {
        cutAtEveryByte(
                CHAT.formatted(FIRST, "0.25") + CHAT.formatted(SECOND, "1.5"), "0.25", "1.5");
    }

    @Test
    void responsesAreNeverFree() throws IOException {
        cutAtEveryByte(
                RESPONSES.formatted(FIRST, "0.25") + RESPONSES.formatted(SECOND, "1.5"),
                "0.25",
                "1.5");
    }

    private static void cutAtEveryByte(String stream, String first, String second)
            throws IOException {
        byte[] whole = stream.getBytes(UTF_8);
        int most = 0;
        for (int length = 0; length <= whole.length; length++) {
            RecordedContents contents = new RecordedContents();
            new JacksonDocumentReader()
                    .read(
                            new ByteArrayInputStream(Arrays.copyOf(whole, length)),
                            () -> Instant.parse("2026-11-30T00:00:00Z"),
                            contents);

            List<String> spends =
                    contents.generations().stream().map(CutStreamsTest::spend).toList();
            List<List<String>> stages =
                    List.of(
                            List.of(),
                            List.of("?"),
                            List.of(first),
                            List.of(first, "?"),
                            List.of(first, second));
            assertThat(stages.indexOf(spends))
                    .as("what %d bytes state: %s", length, spends)
                    .isBetween(most, most + 1);
            most = stages.indexOf(spends);
        }
        assertThat(most).isEqualTo(4);
    }

    private static String spend(Generation generation) {
        return SpendRule.OPENROUTER
                .spendOf(generation)
                .knownAmount()
                .map(UsdAmount::toString)
                .orElse("?");
    }
}
