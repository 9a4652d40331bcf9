package io.genledger.adapter.json.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.json.JacksonDocumentReader;
import io.genledger.domain.cost.SpendRule;
import io.genledger.domain.generation.MetadataField;
import io.genledger.domain.money.UsdAmount;
import io.genledger.ports.testkit.RecordedContents;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What documents of each shape are taken for. In the tables, ID is an id of OpenRouter's. */
class ShapesTest {

    private static final String ID = "gen-1755676927-7WlHzIQWGoPWoKYj3Arf";
    private static final String OTHER = "gen-1755676929-zWlBADzytxNkRMyql7Zt";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"data\":{\"id\":\"ID\",\"usage\":0.5,\"is_byok\":false}} | 1 record ID",
                "{\"id\":\"ID\",\"total_cost\":0.5,\"generation_time\":9} | 1 record ID",
                "{\"usage\":0.5,\"is_byok\":false,\"id\":\"ID\"} | 1 record ID",
                "{\"id\":\"ID\",\"usage\":0.5,\"model\":\"a/b\",\"created_at\":\"2026-01-01T00:00:00Z\"}"
                    + " | 1 record ID",
                "{\"id\":\"ID\",\"usage\":0.5,\"finishReason\":\"stop\",\"model\":\"a/b\",\"createdAt\":\"2026-01-01T00:00:00Z\"}"
                    + " | 1 record ID",
                "{\"id\":\"ID\",\"totalCost\":0.5,\"nativeTokensPrompt\":1} | 1 record ID",
                "{\"id\":\"ID\",\"upstreamId\":\"x\",\"totalCost\":0.1,\"usage\":0.1,\"finishReason\":\"stop\",\"steps\":1,\"isByok\":false}"
                    + " | 1 record ID",
                "{\"id\":\"ID\",\"upstream_id\":\"x\",\"is_byok\":false,\"tokens_prompt\":3,\"usage\":null}"
                    + " | 1 record ID",
                "{\"id\":\"gen-abcdefghijklmnopqrstuvwxyzAB\",\"usage\":1,\"is_byok\":false}"
                        + " | 1 record gen-abcdefghijklmnopqrstuvwxyzAB",
                "{\"id\":\"gen-emb-1755676927-7WlHzIQWGoPWoKYj3Arf\",\"usage\":1,\"is_byok\":false}"
                        + " | 1 record gen-emb-1755676927-7WlHzIQWGoPWoKYj3Arf",
                "{\"generation_id\":\"ID\",\"text\":\"x\",\"usage\":{\"seconds\":3,\"cost\":1}}"
                        + " | 1 completion ID",
                "{\"id\":\"ID\",\"status\":\"pending\",\"polling_url\":\"/x\"} | 1 skipped"
                        + " video-job",
                "{\"id\":\"ID\",\"status\":\"in_progress\",\"polling_url\":\"/x\"}"
                        + " | 1 skipped video-job",
                "{\"id\":\"job\",\"generation_id\":\"ID\",\"status\":\"completed\",\"polling_url\":\"/x\",\"usage\":{\"cost\":1.008}}"
                    + " | 1 video-job ID",
                "{\"id\":\"ID\",\"status\":\"failed\",\"polling_url\":\"/x\",\"usage\":{\"cost\":null}}"
                    + " | 1 video-job ID",
                "{\"id\":\"ID\",\"object\":\"chat.completion\",\"choices\":[]}"
                        + " | 1 to collect ID",
                "{\"type\":\"error\",\"error\":{\"message\":\"x\"},\"request_id\":\"ID\"}"
                        + " | 1 to collect ID",
                "{\"custom_id\":\"a\",\"response\":{\"status_code\":200,\"body\":{\"id\":\"ID\","
                        + "\"object\":\"chat.completion\",\"usage\":{\"prompt_tokens\":3}}}}"
                        + " | 1 batch ID",
                "{\"resourceSpans\":[]} | 1 skipped broadcast",
                "request_id,call_type,api_key,spend | 1 foreign LITELLM",
                "\"id\",\"traceId\",\"startTime\" | 1 foreign LANGFUSE",
                "{\"call_type\":\"acompletion\",\"spend\":0.1,\"request_id\":\"ID\"} | 1 foreign"
                        + " LITELLM",
                "{\"id\":\"ID\",\"traceId\":\"t\",\"projectId\":\"p\",\"usage\":{\"input\":3}}"
                        + " | 1 foreign LANGFUSE",
                "{\"data\":[{\"id\":\"x\",\"traceId\":\"t\",\"type\":\"GENERATION\",\"startTime\":\"s\"}],\"meta\":{}}"
                    + " | 1 foreign LANGFUSE",
                "{\"meta\":{},\"runs\":[{\"id\":\"x\",\"run_type\":\"llm\",\"usage\":{\"cost\":1}}]}"
                    + " | 1 foreign LANGCHAIN",
                "{\"data\":[{\"call_type\":\"acompletion\",\"spend\":0.1}],\"total\":1} | 1 foreign"
                        + " LITELLM",
                "{\"request_created_at\":\"x\",\"response_id\":\"ID\"} | 1 foreign HELICONE",
                "{\"finishReason\":\"stop\",\"usage\":{},\"response\":{\"id\":\"ID\"}}"
                        + " | 1 foreign VERCEL_AI_SDK",
                "{\"steps\":[{\"finishReason\":\"stop\",\"response\":{\"id\":\"ID\"}}],"
                        + "\"totalUsage\":{}} | 1 foreign VERCEL_AI_SDK",
                "{\"id\":\"ID\",\"content\":\"x\",\"response_metadata\":{},\"usage_metadata\":{}}"
                        + " | 1 foreign LANGCHAIN",
                "{\"sessionId\":\"s\",\"parentUuid\":null,\"type\":\"assistant\",\"message\":{\"id\":\"ID\",\"usage\":{\"input_tokens\":1}}}"
                    + " | 1 foreign CODING_AGENT",
                "{\"id\":\"ID\",\"role\":\"assistant\",\"usage\":{\"input_tokens\":1,\"cost\":0.1}}"
                        + " | 1 foreign CODING_AGENT",
                "{\"timestamp\":\"t\",\"type\":\"event_msg\",\"payload\":{}} | 1 foreign"
                        + " CODING_AGENT",
                "{\"id\":\"msg_1\",\"sessionID\":\"s\",\"modelID\":\"m\",\"cost\":1,\"tokens\":{}}"
                        + " | 1 foreign CODING_AGENT",
                "{\"id\":\"gen_01ABC\",\"object\":\"chat.completion\",\"usage\":{\"cost\":1}}"
                        + " | 1 foreign OTHER_GATEWAY",
                "{\"id\":\"ID\",\"object\":\"chat.completion\",\"usage\":{\"cost\":1,\"market_cost\":2}}"
                    + " | 1 foreign OTHER_GATEWAY",
                "{\"id\":\"ID\",\"object\":\"chat.completion\",\"usage\":{\"cost\":1},\"cost\":\"0\"}"
                    + " | 1 foreign OTHER_GATEWAY",
                "{\"data\":{\"id\":\"gen_01A\",\"usage\":1,\"total_cost\":1}} | 1 foreign"
                        + " OTHER_GATEWAY",
                "{\"model\":\"a/b\",\"messages\":[]} | 1 foreign REQUEST",
                "{\"custom_id\":\"a\",\"method\":\"POST\",\"url\":\"/v1\",\"body\":{}}"
                        + " | 1 foreign BATCH_FILE",
                "{\"level\":\"info\",\"msg\":\"x\",\"id\":\"ID\",\"total_cost\":1} | 1 foreign LOG",
                "{\"data\":[{\"date\":\"2026-01-01\",\"usage\":1,\"byok_usage_inference\":0,\"requests\":3}]}"
                    + " | 1 foreign ACCOUNT",
                "{\"data\":{\"label\":\"x\",\"usage\":1,\"limit_remaining\":null}} | 1 foreign"
                        + " ACCOUNT",
                "{\"data\":{\"total_credits\":100.5,\"total_usage\":25.75}} | 1 foreign ACCOUNT",
                "{\"data\":[{\"id\":\"a/b\",\"pricing\":{\"prompt\":\"0\"}}]} | 1 foreign ACCOUNT",
            })
    void recognises(String document, String found) throws IOException {
        assertThat(String.join(";", read(document))).isEqualTo(found.replace("ID", ID));
    }

    @Test
    void namesAnotherEncodingOfADocument() throws IOException {
        byte[] body =
                ("{\"id\":\""
                                + ID
                                + "\",\"object\":\"chat.completion\",\"model\":\"m/Caf\u00e9\",\"usage\":{\"cost\":1}}")
                        .getBytes(StandardCharsets.ISO_8859_1);
        RecordedContents contents = new RecordedContents();
        Read.read(new ByteArrayInputStream(body), contents);

        assertThat(contents.all().toString())
                .contains("expected UTF-8, found another encoding, such as Windows-1252");
    }

    /** Also one that has every field, some of which documents of other programs have, too. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aBareRecordIsOneInBothSpellingsWhateverTheOrder(boolean isReversed) throws IOException {
        List<MetadataField> fields = new ArrayList<>(List.of(MetadataField.values()));
        if (isReversed) {
            Collections.reverse(fields);
        }
        for (UnaryOperator<String> spelling :
                List.<UnaryOperator<String>>of(name -> name, ShapesTest::ofTheSdk)) {
            String record =
                    fields.stream()
                            .map(field ->
                                    '"' + spelling.apply(field.wireName()) + "\":" + value(field))
                            .collect(Collectors.joining(",", "{", "}"));
            assertThat(read(record)).containsExactly("1 record " + ID);
        }
    }

    private static String ofTheSdk(String name) {
        return Pattern.compile("_([a-z])")
                .matcher(name)
                .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
    }

    private static String value(MetadataField field) {
        return switch (field) {
            case ID -> "\"ID\"";
            case USAGE -> "0.5";
            case FINISH_REASON -> "\"stop\"";
            case CREATED_AT -> "\"2026-01-01T00:00:00Z\"";
            default -> "null";
        };
    }

    /** An object that states no generation is none, even with an id of OpenRouter's shape. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"id\":\"ID\"}",
                "{\"id\":\"ID\",\"name\":\"x\"}",
                "{\"data\":{\"id\":\"ID\",\"name\":\"x\"}}",
                "{\"id\":\"ID\",\"model\":\"a/b\",\"created_at\":\"2026-01-01T00:00:00Z\"}",
                "{\"id\":\"ID\",\"model\":\"a/b\",\"usage\":{\"prompt_tokens\":3}}",
                "{\"id\":\"order-9\",\"usage\":12,\"provider_name\":\"ACME\"}",
                "{\"id\":\"ID\",\"usage\":12,\"provider_name\":\"ACME\"}",
                "{\"data\":{\"id\":\"ID\",\"usage\":12}}",
                "{\"id\":\"order-10\",\"cancelled\":false}",
                "{\"id\":\"call_1\",\"finish_reason\":\"stop\",\"model\":\"x\"}",
                "{\"id\":\"ID\",\"finish_reason\":\"stop\"}",
                "{\"id\":\"ID\",\"is_byok\":false,\"usage\":null}",
                "{\"id\":\"ID\",\"is_byok\":false,\"usage\":1,\"a\":1,\"b\":1,\"c\":1,\"d\":1}",
                "{\"id\":\"chatcmpl-abc\",\"usage\":1,\"native_tokens_prompt\":1,\"is_byok\":false}",
                "{\"data\":{\"id\":\"gen-1\",\"usage\":1,\"native_tokens_prompt\":1,\"is_byok\":false}}",
                "{\"id\":\"gen-abbreviation-1\",\"usage\":1,\"is_byok\":false}",
                "{\"id\":\"ID\",\"event\":\"done\",\"a\":1,\"b\":2,\"total_cost\":1}",
                "{\"id\":\"gen-pencil\",\"object\":\"chat.completion\",\"usage\":{\"cost\":1}}",
                "{\"id\":\"ID:attempt-0\",\"object\":\"chat.completion\",\"usage\":{\"cost\":1}}",
                "{\"id\":\"chatcmpl-1\",\"object\":\"chat.completion\",\"usage\":{\"cost\":1}}",
                "{\"id\":\"batch_1\",\"object\":\"batch\",\"usage\":{\"cost\":1},\"results\":null}",
                "{\"object\":\"chat.completion\",\"usage\":{\"cost\":1}}",
            })
    void refuses(String document) throws IOException {
        assertThat(read(document)).singleElement().asString().startsWith("1 rejected ");
    }

    @Test
    void aHeaderThatNamesAnotherGenerationThanTheBodyIsNoted() throws IOException {
        assertThat(
                        read(
                                "HTTP/1.1 200 OK\nX-Generation-Id: "
                                        + OTHER
                                        + "\n\n"
                                        + "{\"id\":\"ID\",\"object\":\"chat.completion\",\"usage\":{\"prompt_tokens\":3,\"cost\":1}}"))
                .anyMatch(found -> found.contains("X-Generation-Id names " + OTHER));
    }

    /** A document of no known kind is described, so that a user knows which one is meant. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"question\":\"a\",\"costUsd\":0.1}|with the fields question, costUsd",
                "{\"model\":\"a/b\",\"generation_id\":\"x\",\"cost_usd\":1,\"a\":1,\"b\":2}"
                        + "|with the fields model, generation_id, cost_usd, a, …",
                "{}|with no field",
                "{\"data\":[{\"traceId\":\"t\",\"type\":\"GENERATION\"}],\"meta\":{\"page\":1}}"
                        + "|with a list in data, whose elements have the fields traceId, type",
                "{\"sk-or-v1-0123456789abcdef0123456789abcdef\":1}|with the field sk-or-[hidden]",
            })
    void saysWhichFieldsAnUnknownDocumentHas(String document, String found) throws IOException {
        assertThat(Read.text(document))
                .containsExactly(
                        "1 rejected expected a generation's record or a completion with usage,"
                                + " found an object "
                                + found
                                + ": if it names generations, track them with track --from");
    }

    @Test
    void aDocumentThatWasCutOffSaysHowToTrackItsIds() throws IOException {
        String id = "gen-1755676927-7WlHzIQWGoPWoKYj3Arf";
        assertThat(Read.text("{\"id\":\"" + id + "\",\"usage\":{\"co"))
                .containsExactly(
                        "1 rejected expected the end of the document that begins here, found the"
                                + " end of the file: track the ids in it with track --from");
    }

    @Test
    void aLineWithAnIdSaysHowToTrackIt() throws IOException {
        assertThat(read("INFO " + ID + "\nINFO done\n"))
                .containsExactly(
                        "1 rejected expected a JSON object, found 'INFO "
                                + ID
                                + "': track the ids in it with track --from",
                        "2 rejected expected a JSON object, found 'INFO done'");
    }

    @Test
    void aBatchStatesTheCostOfAllInANote() throws IOException {
        String body =
                "{\"id\":\"%s\",\"object\":\"chat.completion\",\"usage\":{\"prompt_tokens\":3}}";
        String result = "{\"custom_id\":\"a\",\"response\":{\"status_code\":200,\"body\":%s}}";
        String batch =
                "{\"id\":\"batch_1\",\"object\":\"batch\",\"status\":\"completed\",\"results\":[%s,%s],\"usage\":{\"cost\":0.75}}"
                        .formatted(
                                result.formatted(body.formatted(ID)),
                                result.formatted(body.formatted(OTHER)));

        assertThat(read(batch))
                .containsExactly(
                        "1 batch " + ID,
                        "1 batch " + OTHER,
                        "1 note the whole batch cost 0.75 USD; this sum is not recorded: each"
                                + " generation in it counts by its own figures");
    }

    @Test
    void interleavedMessagesThatCannotBeToldApartHaveAnUnknownSpend() throws IOException {
        String start =
                "{\"type\":\"message_start\",\"message\":{\"id\":\"%s\",\"usage\":{\"input_tokens\":1}}}\n";
        String delta =
                "{\"type\":\"message_delta\",\"usage\":{\"output_tokens\":2,\"cost\":0.5}}\n";
        String stop = "{\"type\":\"message_stop\"}\n";

        RecordedContents contents = new RecordedContents();
        read(
                start.formatted(ID)
                        + start.formatted(OTHER)
                        + delta
                        + stop
                        + delta
                        + stop
                        + start.formatted(ID)
                        + delta
                        + stop,
                contents);

        assertThat(contents.all())
                .containsExactly("1 stream " + ID, "2 stream " + OTHER, "7 stream " + ID);
        assertThat(contents.generations())
                .extracting(generation -> SpendRule.OPENROUTER.spendOf(generation).knownAmount())
                .containsExactly(
                        Optional.empty(), Optional.empty(), Optional.of(UsdAmount.of("0.5")));
    }

    @Test
    void interleavedChunksAreJoinedById() throws IOException {
        String chunk =
                "data: {\"id\":\"%s\",\"object\":\"chat.completion.chunk\",\"choices\":[]%s}\n\n";
        RecordedContents contents = new RecordedContents();
        read(
                chunk.formatted(ID, "")
                        + chunk.formatted(OTHER, "")
                        + chunk.formatted(ID, ",\"usage\":{\"cost\":1}")
                        + "data: [DONE]\n"
                        + chunk.formatted(OTHER, ",\"usage\":{\"cost\":2}")
                        + "data: [DONE]\n",
                contents);

        assertThat(contents.all()).containsExactly("1 stream " + ID, "3 stream " + OTHER);
        assertThat(contents.generations().get(1).charges().usage()).hasToString("Optional[2]");
    }

    @Test
    void aResponseIsCompleteWithItsLastEvent() throws IOException {
        String event =
                "event: %1$s\ndata: {\"type\":\"%1$s\",\"response\":{\"id\":\"%2$s\"%3$s}}\n\n";

        assertThat(
                        read(
                                event.formatted("response.created", ID, ",\"usage\":null")
                                        + "data:"
                                        + " {\"type\":\"response.output_text.delta\",\"delta\":\"x\"}\n\n"
                                        + event.formatted(
                                                "response.completed",
                                                ID,
                                                ",\"usage\":{\"cost\":1}")))
                .containsExactly("2 stream " + ID);
    }

    @Test
    void readsWhatCurlWrites() throws IOException {
        String body = "{\"created\":0,\"data\":[{\"b64_json\":\"AAAA\"}],\"usage\":{\"cost\":1}}\n";

        assertThat(
                        read(
                                "* Connected to openrouter.ai\n"
                                        + "> POST /api/v1/images HTTP/2\n"
                                        + "> Host: x\n"
                                        + ">\n"
                                        + "} [210 bytes data]\n"
                                        + "< HTTP/2 200\n"
                                        + "< x-generation-id: "
                                        + ID
                                        + "\n<\n{ [1256 bytes data]\n"
                                        + body
                                        + "HTTP/1.1 200 OK\r\nX-Generation-Id: "
                                        + OTHER
                                        + "\r\nContent-Type: audio/mpeg\r\n\r\nID3 { noise\n"))
                .containsExactly("10 completion " + ID, "12 to collect " + OTHER);
    }

    @Test
    void keepsNoPictureInTheArchive() throws IOException {
        RecordedContents contents = new RecordedContents();
        String picture = "A".repeat(5 << 20);
        read(
                "{\"generation_id\":\""
                        + ID
                        + "\",\"data\":[{\"b64_json\":\""
                        + picture
                        + "\"}],\"usage\":{\"cost\":0.25}}",
                contents);

        assertThat(contents.all()).containsExactly("1 completion " + ID);
        assertThat(new String(contents.documents().get(0).bytes(), UTF_8))
                .contains("[5242880 characters left out]")
                .hasSizeLessThan(200);
    }

    private static List<String> read(String text) throws IOException {
        RecordedContents contents = new RecordedContents();
        read(text, contents);
        return contents.all();
    }

    private static void read(String text, RecordedContents contents) throws IOException {
        new JacksonDocumentReader()
                .read(
                        new ByteArrayInputStream(
                                text.replace("ID:", ID + ":")
                                        .replace("\"ID\"", '"' + ID + '"')
                                        .getBytes(UTF_8)),
                        () -> Instant.parse("2026-11-30T00:00:00Z"),
                        contents);
    }
}
