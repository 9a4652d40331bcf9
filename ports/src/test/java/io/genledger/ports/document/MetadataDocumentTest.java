package io.genledger.ports.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.genledger.ports.testkit.SampleGenerations;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MetadataDocumentTest {

    private static final Instant NOW = SampleGenerations.RECEIVED;

    @Test
    void isImmutable() {
        byte[] bytes = {1, 2, 3};
        MetadataDocument document = new MetadataDocument(Optional.empty(), bytes, NOW);
        bytes[0] = 9;
        document.bytes()[1] = 9;

        assertThat(document.bytes()).containsExactly(1, 2, 3);
    }

    @Test
    void keepsAnArrayThatItMayKeep() {
        byte[] bytes = {1, 2, 3};
        MetadataDocument document = MetadataDocument.of(Optional.empty(), bytes, NOW);

        assertThat(document.uncopied()).isSameAs(bytes);
        assertThat(document).isEqualTo(new MetadataDocument(Optional.empty(), bytes, NOW));
    }

    @Test
    void isEqualByItsParts() {
        MetadataDocument document = document(1, "{}", NOW);

        assertThat(document)
                .isEqualTo(document(1, "{}", NOW))
                .hasSameHashCodeAs(document(1, "{}", NOW))
                .isNotEqualTo(document(2, "{}", NOW))
                .isNotEqualTo(document(1, "{ }", NOW))
                .isNotEqualTo(document(1, "{}", NOW.plusMillis(1)))
                .isNotEqualTo("{}");
    }

    @Test
    void isReceivedInAMicrosecond() {
        MetadataDocument document = document(1, "{}", NOW.plusNanos(1_999));

        assertThat(document).isEqualTo(document(1, "{}", NOW.plusNanos(1_000)));
        assertThat(document.receivedAt()).isEqualTo(NOW.plusNanos(1_000));
    }

    @Test
    void neverPrintsItsBody() {
        assertThat(document(1, "secret", NOW))
                .hasToString("MetadataDocument[6 bytes, received 2025-08-20T08:02:30Z]");
    }

    @Test
    void aRemovedOneSaysWhyItHasNoBody() {
        MetadataDocument erased =
                MetadataDocument.removed(Optional.of(SampleGenerations.id(1)), NOW, Removal.ERASED);

        assertThat(erased.removal()).contains(Removal.ERASED);
        assertThatExceptionOfType(UndecodableDocumentException.class).isThrownBy(erased::uncopied);
        assertThatExceptionOfType(UndecodableDocumentException.class)
                .isThrownBy(erased::bytes)
                .withMessage("the document was erased; reports keep its figures");
        assertThat(erased)
                .isNotEqualTo(document(1, "", NOW))
                .isNotEqualTo(
                        MetadataDocument.removed(
                                Optional.of(SampleGenerations.id(1)), NOW, Removal.PRUNED));
        assertThat(document(1, "", NOW).removal()).isEmpty();
    }

    private static MetadataDocument document(int id, String text, Instant receivedAt) {
        return new MetadataDocument(
                Optional.of(SampleGenerations.id(id)),
                text.getBytes(StandardCharsets.UTF_8),
                receivedAt);
    }
}
