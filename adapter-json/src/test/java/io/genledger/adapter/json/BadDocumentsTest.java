package io.genledger.adapter.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.genledger.adapter.json.value.Limits;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.document.UndecodableDocumentException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages for documents that cannot be read. */
class BadDocumentsTest {

    private static final String MILLION = "an amount between -1,000,000 and 1,000,000 US dollars";
    private static final String BILLION = "a whole number from 0 to 1,000,000,000";
    private static final String ELEVEN_DAYS =
            "a time between -1,000,000,000 and 1,000,000,000 milliseconds";
    private static final String CALENDAR = "a time from 1970-01-01 to 9999-12-30 UTC";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "usage | `\"abc\"` | an amount in US dollars, found \"abc\"",
                "usage | `\"\"` | an amount in US dollars, found \"\"",
                "usage | `\" 1\"` | an amount in US dollars, found \" 1\"",
                "usage | `\"١\"` | an amount in US dollars, found \"١\"",
                "usage | true | an amount in US dollars, found true",
                "usage | {\"a\":1} | an amount in US dollars, found an object",
                "usage | [1] | an amount in US dollars, found a list",
                "usage | [] | an amount in US dollars, found a list",
                "usage | 1e7 | " + MILLION + ", found 1e7",
                "usage | 1e999999999 | " + MILLION + ", found 1e999999999",
                "usage | 1e9999999999 | an amount in US dollars, found 1e9999999999",
                "usage | 1e-65 | an amount with at most 64 decimals, found 1e-65",
                "total_cost | `\"x\"` | an amount in US dollars, found \"x\"",
                "tokens_prompt | -1 | a whole number from 0 to 1,000,000,000, found -1",
                "tokens_prompt | 1.5 | a whole number from 0 to 1,000,000,000, found 1.5",
                "tokens_prompt | 1e99 | a whole number from 0 to 1,000,000,000, found 1e99",
                "tokens_prompt | 1e-999999999 | a whole number from 0 to 1,000,000,000,"
                        + " found 1e-999999999",
                "tokens_prompt | `\"\"` | a whole number from 0 to 1,000,000,000, found \"\"",
                "app_id | 9223372036854775808 | a whole number, found 9223372036854775808",
                "is_byok | 1 | true or false, found 1",
                "is_byok | {} | true or false, found an object",
                "is_byok | `\"yes\"` | true or false, found \"yes\"",
                "latency | `\"fast\"` | a time in milliseconds, found \"fast\"",
                "latency | 1e13 | a time between -1,000,000,000 and 1,000,000,000"
                        + " milliseconds, found 1e13",
                "created_at | `\"\"` | a time in ISO 8601, e.g. 2026-02-06T18:54:30.040Z, found"
                        + " \"\"",
                "created_at | 1755676928 | a time in ISO 8601, e.g. 2026-02-06T18:54:30.040Z, found"
                        + " 1755676928",
                "created_at | `\"2026-02-30T00:00:00Z\"` | a time in ISO 8601, e.g."
                        + " 2026-02-06T18:54:30.040Z, found \"2026-02-30T00:00:00Z\"",
                "model | {} | a text, found an object",
                "model | [] | a text, found a list",
                "provider_responses | `\"x\"` | a list of attempts, found \"x\"",
            })
    void namesTheFieldWhatItNeedsAndWhatItHas(String field, String value, String message) {
        assertRefused(
                "{\"data\":{\"id\":\"gen-1\",\n\"" + field + "\":" + value + "}}",
                refused -> {
                    assertThat(refused.field()).contains(field);
                    assertThat(refused.line()).isEqualTo(2);
                    assertThat(refused.reason()).isEqualTo("expected " + message);
                });
    }

    /** Booked, a few hundred of them would make the sums of every report overflow. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tokens_prompt | 1000000001 | " + BILLION,
                "tokens_completion | 10000000000000000 | " + BILLION,
                "native_tokens_prompt | 9223372036854775807 | " + BILLION,
                "native_tokens_completion | 1e16 | " + BILLION,
                "native_tokens_reasoning | \"1000000001\" | " + BILLION,
                "native_tokens_cached | 1000000001 | " + BILLION,
                "native_tokens_completion_images | 1000000001 | " + BILLION,
                "num_media_prompt | 1000000001 | " + BILLION,
                "num_input_audio_prompt | 1000000001 | " + BILLION,
                "num_media_completion | 1000000001 | " + BILLION,
                "num_search_results | 1000000001 | " + BILLION,
                "num_fetches | 1000000001 | " + BILLION,
                "usage | 1000000.000000000001 | " + MILLION,
                "total_cost | -1000000.1 | " + MILLION,
                "upstream_inference_cost | 1e7 | " + MILLION,
                "cache_discount | -1e7 | " + MILLION,
                "latency | 1000000000.000001 | " + ELEVEN_DAYS,
                "moderation_latency | -1000000001 | " + ELEVEN_DAYS,
                "generation_time | 1e18 | " + ELEVEN_DAYS,
                "created_at | \"1969-12-31T23:59:59.999999Z\" | " + CALENDAR,
                "created_at | \"1970-01-01T00:00:00+00:01\" | " + CALENDAR,
                "created_at | \"0000-01-01T00:00:00+00:01\" | " + CALENDAR,
                "created_at | \"9999-12-31T00:00:00Z\" | " + CALENDAR,
                "created_at | \"9999-12-31T23:59:59-18:00\" | " + CALENDAR,
            })
    void refusesAFigureBeyondItsLimit(String field, String value, String limit) {
        assertRefused(
                "{\"data\":{\"id\":\"gen-1\",\"" + field + "\":" + value + "}}",
                refused -> {
                    assertThat(refused.field()).contains(field);
                    assertThat(refused.reason())
                            .isEqualTo("expected " + limit + ", found " + value);
                });
    }

    /** A document without a time of creation is created when it was received. */
    @ParameterizedTest
    @ValueSource(strings = {"1969-12-31T23:59:59.999999Z", "+10000-01-01T00:00:00Z"})
    void refusesATimeOfReceiptBeyondTheLimits(String received) {
        MetadataDocument document =
                new MetadataDocument(
                        Optional.empty(),
                        "{\"id\":\"a\",\"usage\":1}".getBytes(StandardCharsets.UTF_8),
                        Instant.parse(received));

        assertThatExceptionOfType(UndecodableDocumentException.class)
                .isThrownBy(() -> new JacksonMetadataDecoder().decode(document))
                .satisfies(refused ->
                        assertThat(refused.reason())
                                .isEqualTo(
                                        "expected a time of receipt from 1970-01-01 to 9999-12-30"
                                                + " UTC, found "
                                                + received
                                                + ": check this computer's clock"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-06",
                "2026/02/06T18:54:30Z",
                "2026-02-06_18:54:30Z",
                "2026-02-06T18.54.30Z",
                "2026-02-06T18:54",
                "2026-02-06T18:5x:30Z",
                "2026-02-06T18:5-:30Z",
                "2026-02-06T18:54:30.Z",
                "2026-02-06T18:54:30.",
                "2026-02-06T18:54:30Zulu",
                "2026-02-06T18:54:30 CET",
                "2026-02-06T18:54:30+1",
                "2026-02-06T24:00:00Z",
                "26-02-06T18:54:30Z"
            })
    void refusesWhatIsNoMoment(String text) {
        assertRefused(
                "{\"id\":\"a\",\"created_at\":\"" + text + "\"}",
                refused ->
                        assertThat(refused.reason())
                                .isEqualTo(
                                        "expected a time in ISO 8601, e.g."
                                                + " 2026-02-06T18:54:30.040Z, found \""
                                                + text
                                                + '"'));
    }

    /** Each costs far more memory than its three bytes. */
    @Test
    void refusesMoreAttemptsThanAnyRouterMakes() {
        assertRefused(
                "{\"id\":\"a\",\"provider_responses\":[{}" + ",{}".repeat(Limits.ATTEMPTS) + "]}",
                refused -> {
                    assertThat(refused.field()).contains("provider_responses");
                    assertThat(refused.reason())
                            .isEqualTo(
                                    "expected the end of the list after 1000 attempts, found an"
                                            + " object");
                });
    }

    @Test
    void refusesANumberOfEndlessTextInAString() {
        assertRefused(
                "{\"id\":\"a\",\"usage\":\"" + "1".repeat(201) + "\"}",
                refused ->
                        assertThat(refused.reason())
                                .startsWith("expected an amount in US dollars, found \"111"));
    }

    /** Kept as a record, it would hide the spend of the generation, or take it from the queue. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"object\":\"chat.completion\",\"choices\":[]",
                "\"object\":\"chat.completion.chunk\"",
                "\"object\":\"text_completion\"",
                "\"object\":\"response\"",
                "\"usage\":{\"cost\":0.5}",
                "\"data\":[{\"embedding\":[0.5]}],\"usage\":{\"cost\":0.5}",
                "\"type\":\"response.completed\",\"response\":{\"id\":\"gen-1\"}",
            })
    void theCompletionItselfIsNoMetadata(String fields) {
        assertRefused(
                "{\"id\":\"gen-1\",\"model\":\"a/b\"," + fields + "}",
                refused ->
                        assertThat(refused.reason())
                                .isEqualTo(
                                        "expected a generation's metadata, found the completion"
                                                + " itself: track its id"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"status\":1000} | provider_responses[1].status"
                        + " | a whole number from 0 to 999, found 1000",
                "{\"isByok\":\"?\"} | provider_responses[1].is_byok | true or false, found \"?\"",
                "{\"latency\":[]} | provider_responses[1].latency"
                        + " | a time in milliseconds, found a list",
                "{\"status\":1,\"status\":2} | provider_responses[1].status"
                        + " | the field once, found it twice",
                "{\"x\":1,\"x\":2} | provider_responses[1].x | the field once, found it twice",
                "5 | provider_responses[1] | an object, found 5",
                "null | provider_responses[1] | an object, found null",
                "{\"x\":{\"y\":NaN}} | provider_responses[1].x | JSON, found 'NaN}}]}}'",
                "{},{\"x\":1}],\"provider_responses[2].x\":[1 | provider_responses[2].x"
                        + " | the field once, found it twice",
            })
    void namesTheAttemptAndItsField(String attempt, String field, String message) {
        assertRefused(
                "{\"data\":{\"id\":\"gen-1\",\"provider_responses\":[{}," + attempt + "]}}",
                refused -> {
                    assertThat(refused.field()).contains(field);
                    assertThat(refused.reason()).isEqualTo("expected " + message);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"id\":\"a\",\"id\":\"a\"} | id | the field once, found it twice",
                "{\"id\":\"a\",\"totalCost\":1,\"total_cost\":1} | total_cost"
                        + " | the field once, found it twice",
                "{\"id\":\"a\",\"usage\":null,\"usage\":1} | usage | the field once, found it"
                        + " twice",
                "{\"id\":\"a\",\"new\":null,\"new\":1} | new | the field once, found it twice",
                "{\"data\":{\"id\":\"a\"},\"data\":{}} | data | the field once, found it twice",
                "{\"data\":{\"id\":\"a\"},\"x\":1,\"x\":1} | x | the field once, found it twice",
                "{\"data\":{\"id\":\"a\"},\"totalCost\":NaN} | total_cost | JSON, found 'NaN}'",
                "{\"data\":null,\"data\":1} | data | the field once, found it twice",
                "{\"id\":\"a\",\"error\":[NaN]} | error | JSON, found 'NaN]}'",
                "{\"data\":null} | data | an object with a generation's metadata, found null",
                "{\"data\":[]} | data | an object with a generation's metadata, found a list",
                "{\"data\":\"x\"} | data | an object with a generation's metadata, found \"x\"",
                "{} | data | an object with a generation's metadata, found none",
                "{\"other\":1} | data | an object with a generation's metadata, found none",
                "{\"model\":\"x\"} | id | the generation's id, found none",
                "{\"data\":{\"id\":null}} | id | the generation's id, found none",
                "{\"id\":\"a b\"} | id | 1 to 200 printable ASCII characters without spaces, found"
                        + " \"a b\"",
                "{\"id\":\"\"} | id | 1 to 200 printable ASCII characters without spaces, found"
                        + " \"\"",
                "{\"id\":{}} | id | a text, found an object",
                "{\"id\":\"a\",\"x\":{\"usage\":NaN}} | x | JSON, found 'NaN}}'",
                "{\"providerResponses\":[{\"status\":x}]} | provider_responses[0].status"
                        + " | JSON, found 'x}]}'",
                "{\"id\":\"a\",\"usage\":NaN} | usage | JSON, found 'NaN}'",
                "{\"id\":\"a\",\"usage\":1.2.3} | usage | JSON, found '1.2.3}'",
            })
    void namesTheField(String json, String field, String message) {
        assertRefused(
                json,
                refused -> {
                    assertThat(refused.field()).contains(field);
                    assertThat(refused.reason()).isEqualTo("expected " + message);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | a JSON object, found nothing",
                "` ` | a JSON object, found nothing",
                "[{\"id\":\"a\"}] | a JSON object, found a list",
                "42 | a JSON object, found 42",
                "\"text\" | a JSON object, found \"text\"",
                "<html>Bad gateway</html> | JSON, found '<html>Bad gateway</html>'",
                "{\"id\":\"a\"} {} | the end of the document, found an object",
                "{\"id\":\"a\"} x | JSON, found 'x'",
                "{\"id\":\"a\"}} | JSON, found '}'",
                "{\"id\":\"a\",} | JSON, found '}'",
                "{\"id\":\"a\" | the rest of the document, found its end",
                "{\"id\":\"a | the rest of the document, found its end",
                "{\"id\":tru | the rest of the document, found its end",
                "{\"error\":{\"message\":\"No auth\",\"code\":401},\"user_id\":\"u\"}"
                        + " | a generation's metadata, found OpenRouter's error 401 \"No auth\"",
                "{\"error\":{\"message\":\"Gone\"},\"data\":null}"
                        + " | a generation's metadata, found OpenRouter's error \"Gone\"",
                "{\"error\":\"Gone\"}"
                        + " | a generation's metadata, found OpenRouter's error \"Gone\"",
                "{\"id\":\"gen-1\",\"error\":\"Gone\"}"
                        + " | a generation's metadata, found OpenRouter's error \"Gone\"",
                "{\"error\":{}} | a generation's metadata, found OpenRouter's error \"\"",
                "{\"error\":{\"code\":1e999,\"message\":[1]}} | a generation's metadata, found"
                        + " OpenRouter's error Infinity \"[1]\"",
            })
    void saysWhatTheDocumentIsInstead(String json, String message) {
        assertRefused(
                json,
                refused -> {
                    assertThat(refused.field()).isEmpty();
                    assertThat(refused.reason()).isEqualTo("expected " + message);
                });
    }

    @Test
    void refusesWhatExceedsALimit() {
        assertLimit("\"x\":" + "[".repeat(70), "at most 64 levels of nesting, found more");
        assertLimit("\"usage\":" + "1".repeat(201), "at most 200 characters of number, found more");
        assertLimit(
                "\"model\":\"" + "x".repeat(Limits.STRING_CHARS + 1) + '"',
                "at most 262144 characters of text, found more");
        assertLimit(
                '"' + "x".repeat(70_000) + "\":1", "at most 1000 characters of name, found more");
        assertLimit(
                "\"model\":\"" + "x".repeat(Limits.DOCUMENT_BYTES) + '"',
                "at most 1048576 bytes, found 1048601");
    }

    @Test
    void namesTheFieldThatExceedsALimit() {
        assertRefused(
                "{\"id\":\"a\",\"totalCost\":" + "1".repeat(201) + "}",
                refused -> assertThat(refused.field()).contains("total_cost"));
    }

    @Test
    void quotesOnlyABeginningAndNoControlCharacter() {
        assertRefused(
                "{\"id\":\"a\",\"usage\":\"\\u001b[31m" + "y".repeat(100) + "\"}",
                refused ->
                        assertThat(refused.reason())
                                .isEqualTo(
                                        "expected an amount in US dollars, found \"\\u001b[31m"
                                                + "y".repeat(30)
                                                + "…\""));
    }

    private static void assertLimit(String fields, String message) {
        assertRefused(
                "{\"id\":\"gen-1\"," + fields + "}",
                refused -> assertThat(refused.reason()).isEqualTo("expected " + message));
    }

    private static void assertRefused(String json, Consumer<UndecodableDocumentException> check) {
        assertThatExceptionOfType(UndecodableDocumentException.class)
                .isThrownBy(() -> Documents.decode(json.getBytes(StandardCharsets.UTF_8)))
                .satisfies(check::accept);
    }
}
