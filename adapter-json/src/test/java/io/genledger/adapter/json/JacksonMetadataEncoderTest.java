package io.genledger.adapter.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.genledger.adapter.json.RecordedDocuments.Recorded;
import io.genledger.domain.generation.DocumentKind;
import io.genledger.domain.generation.DocumentShape;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.MetadataField;
import io.genledger.ports.document.MetadataDecoder;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.document.MetadataEncoder;
import io.genledger.ports.document.UndecodableDocumentException;
import io.genledger.ports.testkit.MetadataEncoderContract;
import io.genledger.ports.testkit.SampleGenerations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JacksonMetadataEncoderTest extends MetadataEncoderContract {

    private static final JsonMapper TREES = new JsonMapper();

    private final JacksonMetadataDecoder decoder = new JacksonMetadataDecoder();

    @Override
    protected MetadataEncoder encoder() {
        return new JacksonMetadataEncoder(spelling());
    }

    @Override
    protected MetadataDecoder decoder() {
        return decoder;
    }

    Spelling spelling() {
        return Spelling.WIRE;
    }

    @ParameterizedTest
    @MethodSource("records")
    void statesWhatARecordedDocumentStates(Recorded recorded) {
        Generation generation = decoder.decode(recorded.document());

        byte[] encoded = encoder().encode(generation);

        assertThat(decoder.decode(answer(recorded, encoded))).isEqualTo(generation);
    }

    @ParameterizedTest
    @MethodSource("records")
    void respellsARecordedDocumentInItsOwnWords(Recorded recorded) {
        byte[] respelled = encoder().respell(recorded.document());

        assertThat(scalars(respelled)).isEqualTo(scalars(recorded.bytes()));
        assertThat(names(respelled)).allMatch(name -> isSpelledWell(name));
    }

    @Test
    void spellsEveryDocumentedFieldItsWay() {
        byte[] encoded = encoder().encode(SampleGenerations.complete(SampleGenerations.id(1)));

        assertThat(names(encoded))
                .contains(spelling().of(MetadataField.UPSTREAM_INFERENCE_COST))
                .contains(spelling().of(AttemptField.ROUTED_SERVICE_TIER))
                .allMatch(name -> isSpelledWell(name));
    }

    @Test
    void writesMoneyAsPlainNumbers() {
        Generation generation = Documents.withFields("\"usage\":6e-8,\"total_cost\":\"1e6\"");

        assertThat(new String(encoder().encode(generation), UTF_8))
                .contains('"' + spelling().of(MetadataField.USAGE) + "\":0.00000006")
                .contains('"' + spelling().of(MetadataField.TOTAL_COST) + "\":1000000");
    }

    @Test
    void putsUndocumentedFieldsBackWhereTheyWere() {
        Generation generation =
                Documents.withFields(
                        "\"new\":[1.50e-3],\"provider_responses\":[{},{\"region\":\"é\"}],"
                                + "\"provider_responses[2].x\":1,"
                                + "\"provider_responses[1].status\":2");

        JsonNode data = TREES.readTree(encoder().encode(generation)).path("data");

        JsonNode attempts = data.path(spelling().of(MetadataField.PROVIDER_RESPONSES));
        assertThat(attempts.path(1).path("region").stringValue()).isEqualTo("é");
        assertThat(data.path("provider_responses[2].x").intValue()).isEqualTo(1);
        assertThat(data.path("provider_responses[1].status").intValue()).isEqualTo(2);
        assertThat(new String(encoder().encode(generation), UTF_8)).contains("\"new\":[1.50e-3]");
    }

    @Test
    void respellsNamesAndNothingElse() {
        String document =
                """
                {"note":{"total_cost":1.0},"data":{"z":6e-8,"total_cost":1.50,"totalCost2":null,
                 "is_byok":null,"app_id":-0,"provider_responses":[{"is_byok":true,"region":
                 {"is_byok":1}}],"upstreamId":"\\ud800 \\u00e9"}}\
                """;

        String expected =
                """
                {"note":{"total_cost":1.0},"data":{"z":6e-8,"%s":1.50,"totalCost2":null,\
                "%s":null,"%s":-0,"%s":[{"%s":true,"region":{"is_byok":1}}],\
                "%s":"\\uD800 \\u00E9"}}\
                """
                        .formatted(
                                spelling().of(MetadataField.TOTAL_COST),
                                spelling().of(MetadataField.IS_BYOK),
                                spelling().of(MetadataField.APP_ID),
                                spelling().of(MetadataField.PROVIDER_RESPONSES),
                                spelling().of(AttemptField.IS_BYOK),
                                spelling().of(MetadataField.UPSTREAM_ID));
        assertThat(new String(encoder().respell(Documents.document(document)), UTF_8))
                .isEqualToIgnoringCase(expected);
    }

    @Test
    void respellsABareRecordBare() {
        MetadataDocument bare =
                Documents.document("{\"id\":\"gen-1\",\"data\":null,\"totalCost\":1}");

        assertThat(encoder().respell(Documents.document("{\"totalCost\":1.0,\"id\":\"gen-1\"}")))
                .asString(UTF_8)
                .isEqualTo(
                        "{\"%s\":1.0,\"id\":\"gen-1\"}", spelling().of(MetadataField.TOTAL_COST));
        assertThatExceptionOfType(UndecodableDocumentException.class)
                .isThrownBy(() -> encoder().respell(bare));
    }

    @Test
    void respellsNothingBeyondTheLimits() {
        MetadataDocument document =
                Documents.document(
                        "{\"id\":\"a\",\"model\":{\"x\":\""
                                + "x".repeat(Limits.STRING_CHARS + 1)
                                + "\"}}");

        assertThatExceptionOfType(UndecodableDocumentException.class)
                .isThrownBy(() -> encoder().respell(document))
                .withMessageContaining("characters of text, found more");
    }

    @Test
    void losesNoValueThatTheShapeCallsAbsent() {
        Generation generation =
                SampleGenerations.withShape(
                        Documents.withFields("\"model\":\"a/b\""),
                        new DocumentShape(
                                DocumentKind.METADATA, Set.of(MetadataField.MODEL), Map.of()));

        assertThat(decoder.decode(Documents.document(encoder().encode(generation))).routing())
                .isEqualTo(generation.routing());
    }

    @Test
    void respellsNoCompletion() {
        assertThatExceptionOfType(UndecodableDocumentException.class)
                .isThrownBy(
                        () -> encoder().respell(RecordedCompletions.bodies().get(0).document()));
    }

    private boolean isSpelledWell(String name) {
        MetadataField field = RecordFields.OF_RECORD.find(name);
        AttemptField inAttempt = RecordFields.OF_ATTEMPT.find(name);
        return (field == null || spelling().of(field).equals(name))
                && (inAttempt == null || spelling().of(inAttempt).equals(name));
    }

    private static MetadataDocument answer(Recorded recorded, byte[] bytes) {
        return new MetadataDocument(
                Optional.of(recorded.id()), bytes, recorded.document().receivedAt());
    }

    private static List<String> names(byte[] json) {
        List<String> names = new ArrayList<>();
        collectNames(TREES.readTree(json), names);
        return names;
    }

    private static void collectNames(JsonNode node, List<String> into) {
        into.addAll(node.propertyNames());
        node.forEach(child -> collectNames(child, into));
    }

    /** The tokens of a document without its names, in order, numbers as they are written. */
    private static List<String> scalars(byte[] json) {
        List<String> scalars = new ArrayList<>();
        try (JsonParser parser = TREES.createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token != JsonToken.PROPERTY_NAME) {
                    scalars.add(parser.getString());
                }
            }
        }
        return scalars;
    }

    static List<Recorded> records() {
        return RecordedDocumentsTest.records();
    }
}
