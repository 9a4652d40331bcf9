package io.genledger.adapter.json.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.json.FieldCases;
import io.genledger.adapter.json.JacksonDocumentDecoder;
import io.genledger.adapter.json.JacksonDocumentReader;
import io.genledger.adapter.json.RecordedCompletions;
import io.genledger.adapter.json.RecordedDocuments;
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
import java.util.HashSet;
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
                    "01-stt-wire.txt",
                    "02-images-api-wire.txt",
                    "02-images-api-with-id.ndjson",
                    "04-activity-2025-12-22-columns.csv",
                    "06-rerank-search-unit.json",
                    "07-broadcast-three-spans.ndjson",
                    "08-messages-body.json",
                    "08-messages-stream.sse.txt",
                    "12-batch-validating.json",
                    "15-byok-image.json",
                    "16-python-repr.log",
                    "22-chunks.ndjson",
                    "22-sse-comments-short-id.txt",
                    "23-server-tool-search.json");

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
     * No exception leaves the reader, each archived document states the equal generation, and what
     * is no record has an id of OpenRouter's shape that stands in the text.
     */
    private static void check(String mutant) throws IOException {
        Set<GenerationId> inText = GenerationIdScanner.idsIn(mutant);
        Set<GenerationId> found = new HashSet<>();
        Contents contents =
                new RecordedContents() {
                    @Override
                    public void generation(
                            long line,
                            InputKind kind,
                            MetadataDocument document,
                            io.genledger.domain.generation.Generation generation) {
                        assertThat(DECODER.decode(document)).isEqualTo(generation);
                        if (kind != InputKind.RECORD) {
                            assertThat(generation.id().isShapedLikeOpenRouters()).isTrue();
                            found.add(generation.id());
                        }
                    }
                };
        READER.read(
                new ByteArrayInputStream(mutant.getBytes(UTF_8)),
                () -> Instant.parse("2026-11-30T00:00:00Z"),
                contents);
        assertThat(found.size()).isLessThanOrEqualTo(Math.max(1, inText.size()));
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
        RecordedCompletions.bodies().forEach(body -> originals.add(body.text()));
        RecordedDocuments.records()
                .forEach(record -> originals.add(new String(record.document().bytes(), UTF_8)));
        return originals;
    }
}
