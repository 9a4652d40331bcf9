package io.genledger.adapter.json.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.json.JacksonDocumentDecoder;
import io.genledger.adapter.json.JacksonDocumentReader;
import io.genledger.domain.cost.SpendRule;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.token.TokenCount;
import io.genledger.ports.testkit.RecordedContents;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents that people really have, and what is right for each (field/PROVENANCE.tsv). */
class FieldCasesTest {

    /** The spends of all generations, {@code ?} for an unknown one, and how many are rejected. */
    @ParameterizedTest
    @CsvSource({
        "01-stt-20-decimals.ndjson, 0.00008333333333333333 0.00099151749, 0",
        "01-stt-record.json, 0.00008333333333333333, 0",
        "01-stt-wire.txt, 0.00008333333333333333, 0",
        "02-images-api-body-without-id.json, '', 1",
        "02-images-api-wire.txt, 0.136002, 0",
        "02-images-api-with-id.ndjson, 0.136002 0.24177 0.005565 0.006525, 0",
        "04-activity-2025-12-22-columns.csv, 0 0.000143 0 0.000122 0 0 0, 0",
        "05-activity-2026-08-app-first.csv, 0.000153 0.001641 0.003787 0.052557 0.006893, 0",
        "05-activity-excel-fr.csv, '', 1",
        "06-rerank-search-unit.json, 0.002, 0",
        "07-broadcast-three-spans.ndjson, 0.005334 0.004782, 0",
        "08-messages-body.json, 0.0225462, 0",
        "08-messages-stream.sse.txt, 0.002672 0.0225462, 0",
        "09-cache-write-and-search-fee.ndjson, 0.05553125 0.0546725, 0",
        "12-batch-validating.json, '', 1",
        "13-aborted-499-charged.json, 0.00932526, 0",
        "15-byok-image.json, 0.014237, 0",
        "16-python-repr.log, '', 4",
        "22-chunks.ndjson, ?, 0",
        "22-sse-comments-short-id.txt, ?, 1",
        "23-server-tool-search.json, 0.003474608, 0",
        "26-api-type-tools-invoke.json, 0.005, 0",
    })
    void statesItsSpends(String file, String spends, int rejected) throws IOException {
        RecordedContents contents = read(file);

        assertThat(contents.generations().stream().map(FieldCasesTest::spend))
                .containsExactly(spends.isEmpty() ? new String[0] : spends.split(" "));
        assertThat(contents.all().stream().filter(found -> found.contains(" rejected ")))
                .hasSize(rejected);
    }

    @ParameterizedTest
    @CsvSource({
        "01-stt-wire.txt",
        "02-images-api-wire.txt",
        "07-broadcast-three-spans.ndjson",
        "08-messages-stream.sse.txt",
        "05-activity-2026-08-app-first.csv",
        "22-chunks.ndjson",
        "15-byok-image.json",
    })
    void theArchivedDocumentsStateTheSame(String file) throws IOException {
        RecordedContents contents = read(file);

        assertThat(contents.documents().stream().map(new JacksonDocumentDecoder()::decode))
                .isEqualTo(contents.generations());
    }

    @Test
    void countsTheTokensOfAWholeMessage() throws IOException {
        Generation second = read("08-messages-stream.sse.txt").generations().get(1);

        assertThat(second.nativeTokens().prompt()).contains(new TokenCount(39_223));
        assertThat(second.nativeTokens().cached()).contains(new TokenCount(36_811));
        assertThat(second.nativeTokens().completion()).contains(new TokenCount(1_036));
        assertThat(second.nativeTokens().reasoning()).contains(new TokenCount(355));
    }

    @Test
    void takesTheTimeFromTheIdOfAnImage() throws IOException {
        List<Generation> images = read("02-images-api-with-id.ndjson").generations();

        assertThat(images.stream().map(image -> image.created().at()).limit(2))
                .containsExactly(
                        Instant.parse("2026-10-01T04:34:23Z"),
                        Instant.parse("2026-10-01T04:35:01Z"));
        assertThat(images.stream().map(image -> image.nativeTokens().completionImages()))
                .containsExactly(tokens(1_120), tokens(2_000), tokens(181), tokens(213));
        assertThat(images.get(0).id().kind()).contains("img");
    }

    @Test
    void keepsFiguresThatARecordDoesNotHave() throws IOException {
        assertThat(read("06-rerank-search-unit.json").generations().get(0).shape().unknown())
                .containsEntry("usage.search_units", "1");
        assertThat(
                        read("09-cache-write-and-search-fee.ndjson")
                                .generations()
                                .get(0)
                                .shape()
                                .unknown())
                .containsEntry("usage.prompt_tokens_details.cache_write_tokens", "12518");
        assertThat(read("23-server-tool-search.json").generations().get(0).shape().unknown())
                .containsKey("usage.server_tool_use_details");
    }

    @Test
    void aStreamWithoutCostIsToBeCollected() throws IOException {
        RecordedContents contents = read("22-chunks.ndjson");

        assertThat(contents.all())
                .containsExactly(
                        "1 stream gen-1770951369-sKYcTnzlyj6HvxZfXXkd",
                        "1 to collect gen-1770951369-sKYcTnzlyj6HvxZfXXkd");
        assertThat(contents.generations().get(0).nativeTokens().prompt())
                .contains(new TokenCount(18));
        assertThat(contents.generations().get(0).nativeTokens().completion())
                .contains(new TokenCount(47));
    }

    @Test
    void saysWhatToDo() throws IOException {
        assertThat(read("02-images-api-body-without-id.json").all().toString())
                .contains("X-Generation-Id");
        assertThat(read("12-batch-validating.json").all().toString())
                .contains("a batch is no generation", "track their ids");
        assertThat(read("16-python-repr.log").all().toString())
                .contains("looks like Python", "track --from");
        assertThat(read("22-sse-comments-short-id.txt").all().toString())
                .contains("expected an id of OpenRouter", "\"gen-1769532074\"");
    }

    @Test
    void passesOverBlankLinesBeforeABodyAndTheMarkBehindIt() throws IOException {
        String body = new String(bytes("08-messages-body.json"), UTF_8).strip();
        RecordedContents contents = new RecordedContents();

        read(("\n".repeat(7) + body + "data: [DONE]\n").getBytes(UTF_8), contents);

        assertThat(contents.all())
                .containsExactly("8 completion gen-1787613199-fzWXcrxzjI3ngp3f2syX");
    }

    private static String spend(Generation generation) {
        return SpendRule.OPENROUTER
                .spendOf(generation)
                .knownAmount()
                .map(UsdAmount::toString)
                .orElse("?");
    }

    private static Optional<TokenCount> tokens(long count) {
        return Optional.of(new TokenCount(count));
    }

    private static RecordedContents read(String file) throws IOException {
        RecordedContents contents = new RecordedContents();
        read(bytes(file), contents);
        return contents;
    }

    private static void read(byte[] bytes, RecordedContents contents) throws IOException {
        new JacksonDocumentReader()
                .read(
                        new ByteArrayInputStream(bytes),
                        () -> Instant.parse("2026-11-30T00:00:00Z"),
                        contents);
    }

    private static byte[] bytes(String file) throws IOException {
        try (InputStream stream =
                FieldCasesTest.class.getResourceAsStream(
                        "/io/genledger/adapter/json/field/" + file)) {
            return Objects.requireNonNull(stream, file).readAllBytes();
        }
    }
}
