package io.genledger.adapter.json.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.json.JacksonDocumentReader;
import io.genledger.ports.testkit.RecordedContents;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A result of a batch that cannot be read does not affect the others. */
class BatchTest {

    private static final String FIRST = "gen-batch-1787613199-Rd1HqID6PybJhB89ZeWK";
    private static final String SECOND = "gen-batch-1787613199-fzWXcrxzjI3ngp3f2syX";

    private static final String BATCH =
            """
            {"id":"batch_1","object":"batch","status":"completed","usage":{"cost":0.75},"results":[
              %s,
              %s,
              %s]}
            """;

    private static final String NOTE =
            "1 note the whole batch cost 0.75 USD; this sum is not recorded: each generation in it"
                    + " counts by its own figures";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"custom_id\":\"b\",\"response\":{\"status_code\":400,\"body\":{\"error\":{\"message\":\"x\"}}}}",
                "{\"custom_id\":\"b\",\"response\":null,\"error\":{\"message\":\"x\"}}",
                "{\"custom_id\":\"b\",\"result\":{\"type\":\"errored\",\"error\":{\"message\":\"x\"}}}"
            })
    void aFailedResultIsSkippedByItself(String failed) throws IOException {
        assertThat(read(BATCH.formatted(result(FIRST), failed, result(SECOND))))
                .containsExactly("2 batch " + FIRST, "3 skipped batch", "4 batch " + SECOND, NOTE);
    }

    @Test
    void aResultThatCannotBeReadIsRejectedByItself() throws IOException {
        List<String> all =
                read(BATCH.formatted(result(FIRST), result("batch_req_2"), result(SECOND)));

        assertThat(all).hasSize(4).startsWith("2 batch " + FIRST).contains("4 batch " + SECOND);
        assertThat(all.get(1)).startsWith("3 rejected id: expected an id of OpenRouter");
    }

    @Test
    void theIdInTheErrorOfAResultIsToCollect() throws IOException {
        String failed =
                "{\"custom_id\":\"b\",\"response\":{\"body\":{\"error\":{\"message\":\"x\"},\"request_id\":\"%s\"}}}"
                        .formatted(FIRST);

        assertThat(read(failed)).containsExactly("1 to collect " + FIRST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"custom_id\":\"a\",\"result\":{\"type\":\"succeeded\",\"message\":%s}}",
                "{\"custom_id\":\"a\",\"response\":%s}",
                "{\"id\":\"batch_1\",\"object\":\"batch\",\"results\":[{\"custom_id\":\"a\",\"result\":{\"message\":%s}}]}"
            })
    void theCompletionOfAResultIsFoundWhereverItsApiPutsIt(String batch) throws IOException {
        assertThat(read(batch.formatted(body(FIRST)))).containsExactly("1 batch " + FIRST);
    }

    private static String result(String id) {
        return "{\"custom_id\":\"a\",\"response\":{\"status_code\":200,\"body\":%s}}"
                .formatted(body(id));
    }

    private static String body(String id) {
        return "{\"id\":\"%s\",\"type\":\"message\",\"usage\":{\"input_tokens\":3,\"cost\":0.5}}"
                .formatted(id);
    }

    private static List<String> read(String text) throws IOException {
        RecordedContents contents = new RecordedContents();
        new JacksonDocumentReader()
                .read(
                        new ByteArrayInputStream(text.getBytes(UTF_8)),
                        () -> Instant.parse("2026-11-30T00:00:00Z"),
                        contents);
        return contents.all();
    }
}
