package io.genledger.domain.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DocumentShapeTest {

    @Test
    void listsFieldsAndNamesInAStableOrder() {
        DocumentShape shape =
                new DocumentShape(
                        DocumentKind.METADATA,
                        Set.of(MetadataField.USAGE, MetadataField.MODEL, MetadataField.ROUTER),
                        Map.of("zulu", "1", "alpha", "2", "mike", "3"));

        assertThat(shape.absent())
                .containsExactly(MetadataField.MODEL, MetadataField.ROUTER, MetadataField.USAGE);
        assertThat(shape.unknown()).containsOnlyKeys("alpha", "mike", "zulu");
        assertThat(shape.unknown().keySet()).containsExactly("alpha", "mike", "zulu");
    }

    @Test
    void isImmutable() {
        Set<MetadataField> absent = EnumSet.of(MetadataField.MODEL);
        Map<String, String> unknown = new HashMap<>(Map.of("a", "1"));
        DocumentShape shape = new DocumentShape(DocumentKind.METADATA, absent, unknown);
        absent.clear();
        unknown.clear();

        assertThat(shape)
                .isEqualTo(
                        new DocumentShape(
                                DocumentKind.METADATA,
                                Set.of(MetadataField.MODEL),
                                Map.of("a", "1")));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> shape.absent().clear());
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> shape.unknown().clear());
    }
}
