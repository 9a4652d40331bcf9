package io.genledger.adapter.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.document.UndecodableDocumentException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages for completions that cannot be read. */
class BadCompletionsTest {

    private static final GenerationId ASKED = new GenerationId("gen-asked");
    private static final String COUNT = "a whole number from 0 to 1,000,000,000";
    private static final String NO_FIGURES =
            "the completion's inline usage, found none: track its id and collect its record";

    private final JacksonCompletionDecoder decoder = new JacksonCompletionDecoder();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                "{\"usage\":{\"cost\":\"abc\"}} | usage.cost"
                        + " | an amount in US dollars, found \"abc\"",
                "{\"usage\":{\"cost\":{}}} | usage.cost | an amount in US dollars, found an object",
                "{\"usage\":{\"cost\":1e-65}} | usage.cost"
                        + " | an amount with at most 64 decimals, found 1e-65",
                "{\"usage\":{\"is_byok\":1}} | usage.is_byok | true or false, found 1",
                "{\"usage\":{\"prompt_tokens\":-1}} | usage.prompt_tokens | "
                        + COUNT
                        + ", found -1",
                "{\"usage\":{\"input_tokens\":1,\"cache_read_input_tokens\":1.5}}"
                        + " | usage.cache_read_input_tokens | "
                        + COUNT
                        + ", found 1.5",
                "{\"usage\":{\"prompt_tokens_details\":{\"cached_tokens\":[]}}}"
                        + " | usage.prompt_tokens_details.cached_tokens | "
                        + COUNT
                        + ", found a list",
                "{\"usage\":{\"cost_details\":{\"upstream_inference_cost\":true}}}"
                        + " | usage.cost_details.upstream_inference_cost"
                        + " | an amount in US dollars, found true",
                "{\"response\":{\"usage\":{\"cost\":\"x\"}}} | response.usage.cost"
                        + " | an amount in US dollars, found \"x\"",
                "{\"created\":-1,\"usage\":{\"cost\":1}} | created"
                        + " | a whole number from 0 to 253,402,214,399, found -1",
                "{\"created\":253402214400,\"usage\":{\"cost\":1}} | created"
                        + " | a whole number from 0 to 253,402,214,399, found 253402214400",
                "{\"created_at\":\"9999-12-31T00:00:00Z\",\"usage\":{\"cost\":1}} | created_at"
                        + " | a time from 1970-01-01 to 9999-12-30 UTC, found"
                        + " \"9999-12-31T00:00:00Z\"",
                "{\"usage\":{\"prompt_tokens\":1000000001}} | usage.prompt_tokens | "
                        + COUNT
                        + ", found 1000000001",
                "{\"usage\":{\"output_tokens\":1e16}} | usage.output_tokens | "
                        + COUNT
                        + ", found 1e16",
                "{\"usage\":{\"completion_tokens_details\":{\"reasoning_tokens\":1e9,\"image_tokens\":1e10}}}"
                    + " | usage.completion_tokens_details.image_tokens | "
                        + COUNT
                        + ", found 1e10",
                "{\"usage\":{\"input_tokens\":1e9,\"cache_creation_input_tokens\":1}}"
                        + " | usage.input_tokens | at most 1,000,000,000 tokens together with"
                        + " those of the cache, found 1,000,000,001",
                "{\"response\":{\"usage\":{\"input_tokens\":1e9,\"cache_read_input_tokens\":1e9}}}"
                        + " | response.usage.input_tokens | at most 1,000,000,000 tokens together"
                        + " with those of the cache, found 2,000,000,000",
                "{\"created\":true,\"usage\":{\"cost\":1}} | created"
                        + " | a time in ISO 8601, e.g. 2026-02-06T18:54:30.040Z, found true",
                "{\"model\":[],\"usage\":{\"cost\":1}} | model | a text, found a list",
                "{\"choices\":[{\"finish_reason\":{}}],\"usage\":{\"cost\":1}}"
                        + " | choices[0].finish_reason | a text, found an object",
                "{\"choices\":[5]} | choices[0] | an object, found 5",
                "{\"choices\":{}} | choices | a list of choices, found an object",
                "{\"usage\":0.5} | usage | an object, found 0.5",
                "{\"usage\":{\"cost_details\":[]}} | usage.cost_details | an object, found a list",
                "{\"response\":5} | response | an object, found 5",
                "{\"usage\":{\"cost\":1,\"cost\":1}} | usage.cost | the field once, found it twice",
                "{\"usage\":{\"a\":1,\"a\":1}} | usage.a | the field once, found it twice",
                "{\"usage\":{},\"usage\":{}} | usage | the field once, found it twice",
                "{\"x\":1,\"x\":1} | x | the field once, found it twice",
                "{\"response\":{},\"response\":{}} | response | the field once, found it twice",
                "{\"usage\":{\"cost\":NaN}} | usage.cost | JSON, found 'NaN}}'",
                "{\"usage\":{\"x\":{\"y\":NaN}}} | usage.x | JSON, found 'NaN}}}'",
                "{\"usage\":{\"cost\":1}} | id | the generation's id, found none",
                "{\"id\":\"a b\",\"usage\":{\"cost\":1}} | id"
                        + " | 1 to 200 printable ASCII characters without spaces, found \"a b\"",
                "[1] | - | a JSON object, found a list",
                "{\"usage\":{\"cost\":1}} {} | - | the end of the document, found an object",
                "{\"usage\":{\"cost\":1} | - | the rest of the document, found its end",
            })
    void namesThePlaceWhatItNeedsAndWhatItHas(String json, @Nullable String field, String message) {
        assertRefused(json, Optional.ofNullable(field), message);
    }

    /** The caller has the id beside the body, and that is enough. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"id\":\"gen-1\",\"object\":\"chat.completion\",\"choices\":[]}",
                "{\"id\":\"gen-1\",\"object\":\"chat.completion.chunk\",\"usage\":null}",
                "{\"id\":\"gen-1\",\"usage\":{}}",
                "{\"id\":\"gen-1\",\"usage\":{\"cost_details\":null}}",
                "{\"data\":{\"id\":\"gen-1\",\"usage\":0.5}}",
            })
    void sendsForTheRecordWhenThereAreNoFigures(String json) {
        assertRefused(json, Optional.of("usage"), NO_FIGURES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"response.created\",\"response\":{\"id\":\"gen-1\",\"usage\":null}}",
                "{\"response\":{}}",
            })
    void saysWhereInAnEventTheFiguresWouldBe(String json) {
        assertRefused(json, Optional.of("response.usage"), NO_FIGURES);
    }

    private void assertRefused(String json, Optional<String> field, String message) {
        Optional<GenerationId> requested =
                field.equals(Optional.of("id")) ? Optional.empty() : Optional.of(ASKED);
        MetadataDocument document =
                new MetadataDocument(requested, json.getBytes(UTF_8), Documents.RECEIVED);

        assertThatExceptionOfType(UndecodableDocumentException.class)
                .isThrownBy(() -> decoder.decode(document))
                .satisfies(refused -> {
                    assertThat(refused.reason()).isEqualTo("expected " + message);
                    assertThat(refused.field()).isEqualTo(field);
                    assertThat(refused.line()).isEqualTo(1);
                });
    }
}
