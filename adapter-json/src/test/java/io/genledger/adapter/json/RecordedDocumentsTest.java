package io.genledger.adapter.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.genledger.adapter.json.RecordedDocuments.Kind;
import io.genledger.adapter.json.RecordedDocuments.Recorded;
import io.genledger.domain.generation.CreationTime;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.MetadataField;
import io.genledger.ports.document.UndecodableDocumentException;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RecordedDocumentsTest {

    private static final List<MetadataField> TABLED =
            List.of(
                    MetadataField.ID,
                    MetadataField.MODEL,
                    MetadataField.PROVIDER_NAME,
                    MetadataField.USAGE,
                    MetadataField.TOTAL_COST,
                    MetadataField.UPSTREAM_INFERENCE_COST,
                    MetadataField.CACHE_DISCOUNT,
                    MetadataField.IS_BYOK,
                    MetadataField.NATIVE_TOKENS_PROMPT,
                    MetadataField.NATIVE_TOKENS_COMPLETION,
                    MetadataField.CREATED_AT,
                    MetadataField.FINISH_REASON);

    private static final JsonMapper TREES =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private final JacksonMetadataDecoder decoder = new JacksonMetadataDecoder();

    @ParameterizedTest
    @CsvFileSource(resources = "expected.csv", numLinesToSkip = 1)
    void decodesToTheTabledValues(ArgumentsAccessor row) {
        Recorded recorded = named(row.getString(0));

        Generation generation = decoder.decode(recorded.document());

        for (int i = 0; i < TABLED.size(); i++) {
            MetadataField field = TABLED.get(i);
            assertStates(generation, field, row.getString(i + 1));
        }
        assertThat(generation.shape().absent()).hasSize(row.getInteger(TABLED.size() + 1));
        assertThat(generation.shape().unknown()).isEmpty();
    }

    @Test
    void tablesEveryRecordAndSample() {
        assertThat(records()).hasSize(27);
        assertThat(RecordedDocuments.records()).hasSize(25);
        assertThat(RecordedDocuments.notFound()).hasSize(4);
    }

    @ParameterizedTest
    @MethodSource("records")
    void statesWhatAPlainTreeOfTheDocumentStates(Recorded recorded) {
        JsonNode data = TREES.readTree(recorded.bytes()).path("data");

        Generation generation = decoder.decode(recorded.document());

        for (MetadataField field : MetadataField.values()) {
            JsonNode node = data.path(field.wireName());
            if (field == MetadataField.PROVIDER_RESPONSES) {
                continue;
            }
            assertStates(generation, field, textOf(node));
            assertThat(generation.shape().absent().contains(field))
                    .as("%s absent", field.wireName())
                    .isEqualTo(node.isMissingNode());
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    void keepsEveryAttempt(Recorded recorded) {
        JsonNode attempts = TREES.readTree(recorded.bytes()).at("/data/provider_responses");

        assertThat(decoder.decode(recorded.document()).routing().attempts())
                .hasSize(attempts.size());
    }

    @Test
    void keepsWhatEachAttemptSays() {
        Generation generation =
                decoder.decode(named("real_partial_2026-02_fallback_429.json").document());

        assertThat(generation.routing().attempts())
                .extracting(attempt -> attempt.status().orElseThrow())
                .containsExactly(429, 200);
        assertThat(generation.routing().attempts().get(0))
                .hasToString(
                        "ProviderAttempt[provider=Optional[Google], status=Optional[429],"
                                + " latency=Optional[PT0.327S], byok=Optional[false],"
                                + " model=Optional[google/gemini-2.5-flash-lite],"
                                + " endpointId=Optional[ebdbef25-737d-4ac3-9e98-fd3928724e45],"
                                + " upstreamId=Optional.empty, routedServiceTier=Optional.empty]");
    }

    @Test
    void takesTheMissingTimeFromTheIdOrTheReceipt() {
        assertThat(creationOf("real_partial_2026-09_cancelled_zero_reka.json"))
                .isEqualTo(CreationTime.Basis.ID);
        assertThat(creationOf("real_partial_byok_zero_total.json"))
                .isEqualTo(CreationTime.Basis.RECEIPT);
    }

    @ParameterizedTest
    @MethodSource("notFound")
    void quotesOpenRouterWhenTheDocumentIsAnErrorBody(Recorded recorded) {
        assertThatExceptionOfType(UndecodableDocumentException.class)
                .isThrownBy(() -> decoder.decode(recorded.document()))
                .withMessage(
                        "expected a generation's metadata, found OpenRouter's error 404"
                                + " \"Generation %s not found\"",
                        recorded.id());
    }

    private CreationTime.Basis creationOf(String name) {
        return decoder.decode(named(name).document()).created().basis();
    }

    private static @Nullable String textOf(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        return node.isNumber() ? node.decimalValue().toPlainString() : node.asString();
    }

    private static void assertStates(
            Generation generation, MetadataField field, @Nullable String expected) {
        String stated = field.textIn(generation).orElse("null");
        if (expected == null) {
            assertThat(stated).as(field.wireName()).isEqualTo("null");
        } else if (field == MetadataField.CREATED_AT) {
            assertThat(stated).isEqualTo(OffsetDateTime.parse(expected).toInstant().toString());
        } else if (expected.matches("-?[0-9.]+")) {
            assertThat(new BigDecimal(stated)).as(field.wireName()).isEqualByComparingTo(expected);
        } else {
            assertThat(stated).as(field.wireName()).isEqualTo(expected);
        }
    }

    private static Recorded named(String name) {
        return RecordedDocuments.all().stream()
                .filter(recorded -> recorded.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static List<Recorded> records() {
        return RecordedDocuments.all().stream()
                .filter(recorded -> recorded.kind() != Kind.NOT_FOUND)
                .toList();
    }

    static List<Recorded> notFound() {
        return RecordedDocuments.notFound();
    }
}
