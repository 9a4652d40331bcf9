package io.genledger.ports.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.MetadataDecoder;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.document.UndecodableDocumentException;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The contract of {@link MetadataDecoder}. */
public abstract class MetadataDecoderContract {

    /** The decoder to test. */
    protected abstract MetadataDecoder decoder();

    /** A document in the decoder's format that states each field of {@code generation}. */
    protected abstract byte[] documentFor(Generation generation);

    /** A document in the decoder's format that states no id. */
    protected abstract byte[] documentWithoutId();

    /** A generation with a value in every field that the decoder's documents have. */
    protected Generation complete(GenerationId id) {
        return SampleGenerations.complete(id);
    }

    @Test
    void readsEveryFieldOfACompleteDocument() {
        Generation generation = complete(SampleGenerations.id(1));

        assertThat(decoder().decode(received(documentFor(generation)))).isEqualTo(generation);
    }

    @Test
    void refusesADocumentWithoutAnyId() {
        assertThatExceptionOfType(UndecodableDocumentException.class)
                .isThrownBy(() -> decoder().decode(received(documentWithoutId())))
                .satisfies(refused -> assertThat(refused.field()).contains("id"));
    }

    @Test
    void refusesEveryProperPrefixOfADocument() {
        byte[] whole = documentFor(complete(SampleGenerations.id(1)));
        for (int length = 0; length < whole.length; length++) {
            MetadataDocument prefix = received(Arrays.copyOf(whole, length));
            assertThatExceptionOfType(UndecodableDocumentException.class)
                    .as("the first %d bytes", length)
                    .isThrownBy(() -> decoder().decode(prefix));
        }
    }

    private static MetadataDocument received(byte[] bytes) {
        return new MetadataDocument(Optional.empty(), bytes, SampleGenerations.RECEIVED);
    }
}
