package io.genledger.adapter.json.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.genledger.adapter.json.binding.Spelling;
import io.genledger.domain.generation.MetadataField;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WireRecordTest {

    /** A field that is in only one of them would be bound and never mapped, or never bound. */
    @Test
    void hasTheDocumentedFieldsInTheirOrder() {
        List<String> documented =
                Stream.of(MetadataField.values()).map(MetadataField::wireName).toList();

        assertThat(fields()).isEqualTo(documented);
    }

    private static List<String> fields() {
        return Stream.of(WireRecord.class.getRecordComponents())
                .filter(component ->
                        !component.getAccessor().isAnnotationPresent(JsonAnySetter.class))
                .map(RecordComponent::getName)
                .map(name -> Spelling.wireName(WireRecord.class, name))
                .toList();
    }
}
