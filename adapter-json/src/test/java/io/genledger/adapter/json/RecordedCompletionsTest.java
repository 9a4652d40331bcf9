package io.genledger.adapter.json;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.json.RecordedCompletions.Completion;
import io.genledger.domain.generation.CreationTime;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.generation.MetadataField;
import io.genledger.ports.testkit.RecordedContents;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What was recorded is read to the last digit; the digits are looked up by a search of the text.
 */
class RecordedCompletionsTest {

    private static final Map<MetadataField, Pattern> FIGURES =
            Map.of(
                    MetadataField.USAGE, figure("cost"),
                    MetadataField.UPSTREAM_INFERENCE_COST, figure("upstream_inference_cost"),
                    MetadataField.IS_BYOK, figure("is_byok"),
                    MetadataField.NATIVE_TOKENS_PROMPT, figure("(?:prompt|input)_tokens"),
                    MetadataField.NATIVE_TOKENS_COMPLETION, figure("(?:completion|output)_tokens"),
                    MetadataField.NATIVE_TOKENS_REASONING, figure("(?:reasoning|thinking)_tokens"),
                    MetadataField.NATIVE_TOKENS_CACHED,
                            figure("(?:cached_tokens|cache_read_input_tokens)"),
                    MetadataField.NATIVE_TOKENS_COMPLETION_IMAGES, figure("image_tokens"));

    private static final Pattern SNAKE_CASE = Pattern.compile("\"[a-z]+(?:_[a-z0-9]+)+\"(?=\\s*:)");

    private static final Pattern NEXT_WORD = Pattern.compile("_([a-z0-9])");

    private final JacksonCompletionDecoder decoder = new JacksonCompletionDecoder();

    @ParameterizedTest
    @MethodSource("all")
    void statesEveryFigureOfTheText(Completion completion) {
        Generation generation = decoder.decode(completion.document());

        String figures = completion.text().substring(completion.text().lastIndexOf("\"usage\""));
        FIGURES.forEach((field, pattern) -> {
            Optional<String> written =
                    pattern.matcher(figures).results().map(found -> found.group(1)).findFirst();
            assertThat(generation.shape().absent().contains(field))
                    .as("%s absent", field.wireName())
                    .isEqualTo(written.isEmpty());
            assertThat(field.textIn(generation).map(RecordedCompletionsTest::normal))
                    .as(field.wireName())
                    .isEqualTo(
                            written.filter(text -> !text.equals("null"))
                                    .map(RecordedCompletionsTest::normal));
        });
    }

    /** OpenRouter's SDK for TypeScript prints a body in camelCase (OPENROUTER.md §3.12). */
    @ParameterizedTest
    @MethodSource("all")
    void readsTheSpellingOfTheSdk(Completion completion) throws IOException {
        Completion ofSdk = new Completion(completion.name(), ofSdk(completion.text()));
        Generation generation = decoder.decode(completion.document());
        Generation same = decoder.decode(ofSdk.document());

        for (MetadataField field : MetadataField.values()) {
            assertThat(field.textIn(same)).as(field.wireName()).isEqualTo(field.textIn(generation));
        }
        assertThat(same.shape().absent()).isEqualTo(generation.shape().absent());
        assertThat(same.shape().unknown()).hasSameSizeAs(generation.shape().unknown());
        assertThat(found(ofSdk.text())).isEqualTo(found(completion.text()));
    }

    private static String ofSdk(String json) {
        return SNAKE_CASE
                .matcher(json)
                .replaceAll(name ->
                        NEXT_WORD
                                .matcher(name.group())
                                .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT)));
    }

    private static List<String> found(String json) throws IOException {
        RecordedContents contents = new RecordedContents();
        new JacksonDocumentReader()
                .read(
                        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
                        () -> RecordedDocuments.RECEIVED,
                        contents);
        return contents.all().stream().filter(piece -> !piece.contains("rejected")).toList();
    }

    @Test
    void recordsThatManyOfEachKind() {
        assertThat(RecordedCompletions.bodies()).hasSize(41);
        assertThat(RecordedCompletions.usages()).hasSize(1_093);
    }

    @Test
    void knowsWhoseFiguresTheyAre() {
        List<String> ids =
                all().map(completion -> decoder.decode(completion.document()).id())
                        .map(GenerationId::value)
                        .toList();

        // Five bodies and six rows lost their id with the rest of the body, and six rows state an
        // id that is none of OpenRouter's, such as gen-12345.
        assertThat(ids).filteredOn(id -> id.startsWith("gen-GivenTo-")).hasSize(5 + 6 + 6);
        assertThat(ids).contains("gen-vid-1786406418-0YjoBkqWA55lt5jvVhpq");
    }

    /** Inline counts are the native ones: seen where both documents of a generation exist. */
    @Test
    void agreesWithTheGenerationsOwnRecord() {
        Map<GenerationId, Generation> records = new HashMap<>();
        RecordedDocuments.records().stream()
                .map(recorded -> new JacksonMetadataDecoder().decode(recorded.document()))
                .forEach(record -> records.put(record.id(), record));
        List<Generation> inline =
                all().map(completion -> decoder.decode(completion.document()))
                        .filter(completion -> records.containsKey(completion.id()))
                        .toList();

        assertThat(inline).hasSize(4);
        assertThat(inline)
                .allSatisfy(completion -> {
                    Generation record = requireNonNull(records.get(completion.id()));
                    assertThat(completion.nativeTokens().prompt())
                            .isEqualTo(record.nativeTokens().prompt());
                    assertThat(completion.nativeTokens().completion())
                            .isEqualTo(record.nativeTokens().completion());
                    assertThat(completion.routing().provider())
                            .isEqualTo(record.routing().provider());
                    assertThat(completion.created().basis()).isEqualTo(CreationTime.Basis.RECORD);
                    assertThat(
                                    Duration.between(
                                                    completion.created().at(),
                                                    record.created().at())
                                            .abs())
                            .isLessThan(Duration.ofMinutes(1));
                });
    }

    private static Pattern figure(String name) {
        return Pattern.compile('"' + name + "\"\\s*:\\s*([-+.0-9eE]+|true|false|null)");
    }

    private static String normal(String figure) {
        return figure.matches("[-0-9].*")
                ? new BigDecimal(figure).stripTrailingZeros().toPlainString()
                : figure;
    }

    static Stream<Completion> all() {
        return Stream.concat(
                RecordedCompletions.bodies().stream(), RecordedCompletions.usages().stream());
    }
}
