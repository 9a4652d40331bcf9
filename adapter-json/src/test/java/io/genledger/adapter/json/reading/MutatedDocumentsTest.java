package io.genledger.adapter.json.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.json.FieldCases;
import io.genledger.adapter.json.JacksonDocumentDecoder;
import io.genledger.adapter.json.JacksonDocumentReader;
import io.genledger.adapter.json.RecordedCompletions;
import io.genledger.adapter.json.RecordedDocuments;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.generation.GenerationIdScanner;
import io.genledger.ports.document.Contents;
import io.genledger.ports.document.InputKind;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.testkit.RecordedContents;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Mutants of all recorded and field documents. The system property {@code genledger.mutants} sets
 * their number.
 */
class MutatedDocumentsTest {

    private static final int MUTANTS = Integer.getInteger("genledger.mutants", 4_000);

    private static final List<String> FILES =
            List.of(
                    "01-stt-20-decimals.ndjson",
                    "01-stt-record.json",
                    "01-stt-wire.txt",
                    "02-images-api-body-without-id.json",
                    "02-images-api-wire.txt",
                    "02-images-api-with-id.ndjson",
                    "04-activity-2025-12-22-columns.csv",
                    "05-activity-2026-08-app-first.csv",
                    "05-activity-excel-fr.csv",
                    "05-records-full-precision.ndjson",
                    "06-rerank-search-unit.json",
                    "07-broadcast-three-spans.ndjson",
                    "08-messages-body.json",
                    "08-messages-stream.sse.txt",
                    "09-cache-write-and-search-fee.ndjson",
                    "12-batch-validating.json",
                    "13-aborted-499-charged.json",
                    "15-byok-image.json",
                    "16-python-repr.log",
                    "22-chunks.ndjson",
                    "22-sse-comments-short-id.txt",
                    "23-server-tool-search.json",
                    "26-api-type-tools-invoke.json");

    /** Kinds of which nothing is recorded: an HTTP archive, and events of the Responses API. */
    private static final List<String> MADE =
            List.of(
                    """
                    {"log":{"version":"1.2","entries":[{"request":{"method":"POST",\
                    "url":"https://openrouter.ai/api/v1/images"},"response":{"status":200,"headers":\
                    [{"name":"X-Generation-Id","value":"gen-img-1790829263-IsDxAD6HYDnBBhQ96S7m"}],\
                    "content":{"mimeType":"application/json",\
                    "text":"{\\"created\\":0,\\"usage\\":{\\"cost\\":0.136002}}"}}},\
                    {"request":{"url":"https://openrouter.ai/api/v1/chat/completions"},"response":\
                    {"status":200,"headers":[],"content":{"mimeType":"text/event-stream","text":\
                    "data: {\\"id\\":\\"gen-1770951369-sKYcTnzlyj6HvxZfXXkd\\",\\"object\\":\\"chat.completion.chunk\\",\\"usage\\":{\\"cost\\":0.5}}\\n\\ndata: [DONE]\\n\\n"}}}]}}
                    """,
                    """
                    HTTP/2 200
                    content-type: application/json
                    x-generation-id: gen-1790829301-aBcDxAD6HYDnBBhQ96S7

                    {"created":0,"data":[],"usage":{"prompt_tokens":279,"cost":0.136002}}
                    """,
                    """
                    event: response.created
                    data: {"type":"response.created","response":{"id":"gen-1787613199-Rd1HqID6PybJhB89ZeWK","usage":null}}

                    event: response.completed
                    data: {"type":"response.completed","response":{"id":"gen-1787613199-Rd1HqID6PybJhB89ZeWK","object":"response","model":"a/b","usage":{"input_tokens":9,"output_tokens":3,"cost":0.25}}}
                    """,
                    """
                    {"id":"gen-1787613199-fzWXcrxzjI3ngp3f2syX","createdAt":"2026-08-24T22:00:18Z",\
                    "model":"a/b","isByok":false,"usage":0.5,"totalCost":0.5,"finishReason":"stop",\
                    "nativeTokensPrompt":9,"sessionId":null}
                    """,
                    """
                    {"id":"batch_1","object":"batch","status":"completed","usage":{"cost":0.75},"results":\
                    [{"custom_id":"a","response":{"status_code":200,"body":{"id":"gen-1787613199-Rd1HqID6PybJhB89ZeWK",\
                    "object":"chat.completion","usage":{"prompt_tokens":3}}}}]}
                    """);

    /** Parts that change the meaning of JSON, of events or of headers. */
    private static final String[] PARTS = {
        "{",
        "}",
        "[",
        "]",
        "\"",
        "\\",
        ",",
        ":",
        "\n",
        "\n{",
        "data: ",
        "null",
        "-1",
        "1e99",
        "0",
        "\"id\":1,",
        "\"id\":\"x\",",
        "\"usage\":{},",
        "\"object\":\"batch\",",
        "\"cost\":\"0\",",
        "\"type\":\"message_start\",",
        "\"data\":{",
        "HTTP/1.1 200 OK\n",
        "\uFEFF",
        "é",
        "'",
        "\"genledger\":\"stream\",",
        "\"response\":{",
        "\"status\":\"completed\",",
        ";",
        ": "
    };

    private static final JacksonDocumentReader READER = new JacksonDocumentReader();
    private static final JacksonDocumentDecoder DECODER = new JacksonDocumentDecoder();

    @Test
    void noMutantCreatesAGenerationThatIsNone() throws IOException {
        List<String> originals = originals();
        Random random = new Random(15);
        for (int i = 0; i < MUTANTS; i++) {
            String original = originals.get(random.nextInt(originals.size()));
            String mutant = mutant(original, random, originals);
            try {
                check(mutant);
            } catch (RuntimeException | AssertionError failure) {
                throw new AssertionError("mutant " + i + ": " + mutant, failure);
            }
        }
    }

    /**
     * No exception leaves the reader, and each id has OpenRouter's shape and stands in the text.
     */
    private static void check(String mutant) throws IOException {
        Set<GenerationId> inText = GenerationIdScanner.idsIn(mutant);
        Contents contents =
                new RecordedContents() {
                    @Override
                    public void generation(
                            long line,
                            InputKind kind,
                            MetadataDocument document,
                            Generation generation)
                            throws IOException {
                        assertThat(inText).contains(generation.id());
                        assertThat(DECODER.decode(document)).isEqualTo(generation);
                        // A result of a batch may be known as one by its place only.
                        if (kind != InputKind.BATCH) {
                            assertThat(again(document)).containsExactly(generation);
                        }
                    }

                    @Override
                    public void toCollect(long line, InputKind kind, GenerationId id) {
                        assertThat(inText).contains(id);
                    }
                };
        read(mutant.getBytes(UTF_8), contents);
    }

    /** The generations that an archived document states when it is imported. */
    private static List<Generation> again(MetadataDocument document) throws IOException {
        RecordedContents contents = new RecordedContents();
        read(document.bytes(), contents);
        return contents.generations();
    }

    private static void read(byte[] document, Contents contents) throws IOException {
        READER.read(
                new ByteArrayInputStream(document),
                () -> Instant.parse("2026-11-30T00:00:00Z"),
                contents);
    }

    private static String mutant(String original, Random random, List<String> originals) {
        StringBuilder text = new StringBuilder(original);
        for (int change = random.nextInt(4); change >= 0 && text.length() > 0; change--) {
            int at = random.nextInt(text.length());
            int length = Math.min(text.length() - at, 1 + random.nextInt(30));
            switch (random.nextInt(6)) {
                case 0 -> text.delete(at, at + length);
                case 1 -> text.insert(at, PARTS[random.nextInt(PARTS.length)]);
                case 2 -> text.replace(at, at + 1, PARTS[random.nextInt(PARTS.length)]);
                case 3 ->
                        text.insert(random.nextInt(text.length()), text.substring(at, at + length));
                case 4 -> text.setLength(at);
                default -> {
                    String other = originals.get(random.nextInt(originals.size()));
                    int from = random.nextInt(other.length());
                    text.insert(
                            at, other, from, Math.min(other.length(), from + random.nextInt(200)));
                }
            }
        }
        return text.toString();
    }

    private static List<String> originals() {
        List<String> originals = new ArrayList<>();
        FILES.forEach(file -> originals.add(FieldCases.text(file)));
        originals.addAll(MADE);
        RecordedCompletions.bodies().forEach(body -> originals.add(body.text()));
        RecordedDocuments.records()
                .forEach(record -> originals.add(new String(record.document().bytes(), UTF_8)));
        return originals;
    }
}
