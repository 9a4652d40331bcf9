package io.genledger.adapter.json.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.generation.MetadataField;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CompleteRecordTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void everyDocumentedFieldIsThereAndWhatWasStatedKeepsItsDigits() {
        String completed =
                complete("{\"meta\":{},\"data\":{\"id\":\"gen-1\", \"usage\":3E-7,\"new\":[1]} }");

        assertThat(completed).endsWith("\"id\":\"gen-1\", \"usage\":3E-7,\"new\":[1]} }");
        JsonNode data = JSON.readTree(completed).path("data");
        for (MetadataField field : MetadataField.values()) {
            assertThat(data.has(field.wireName())).as(field.wireName()).isTrue();
        }
        assertThat(data.path("total_cost").isNull()).isTrue();
        assertThat(data.size()).isEqualTo(MetadataField.values().length + 1);
    }

    @Test
    void aBareRecordInTheSpellingOfTheSdkIsPutIntoData() {
        JsonNode data =
                JSON.readTree(complete("{\"id\":\"gen-1\",\"totalCost\":0.5}")).path("data");

        assertThat(data.path("totalCost").asString()).isEqualTo("0.5");
        assertThat(data.has("total_cost")).isFalse();
        assertThat(data.path("usage").isNull()).isTrue();
    }

    @Test
    void aCompleteRecordKeepsEveryByte() {
        String complete = complete("{\"data\":{\"id\":\"gen-1\"}}");

        assertThat(complete(complete)).isEqualTo(complete);
    }

    @Test
    void anotherEncodingIsKept() {
        byte[] document = "{\"id\":\"gen-1\"}".getBytes(StandardCharsets.UTF_16);

        assertThat(CompleteRecord.of(document)).isEqualTo(document);
    }

    private static String complete(String document) {
        return new String(
                CompleteRecord.of(document.getBytes(StandardCharsets.UTF_8)),
                StandardCharsets.UTF_8);
    }
}
