package io.genledger.ports.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.genledger.domain.generation.DocumentKind;
import io.genledger.domain.generation.DocumentShape;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.generation.MetadataField;
import io.genledger.ports.document.MetadataDecoder;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.document.MetadataEncoder;
import io.genledger.ports.document.UndecodableDocumentException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link MetadataEncoder} promises. */
public abstract class MetadataEncoderContract {

    private static final int GENERATIONS = 2_000;

    /** The encoder to test. */
    protected abstract MetadataEncoder encoder();

    /** A decoder that reads what the encoder writes. */
    protected abstract MetadataDecoder decoder();

    @Test
    void statesEveryFieldOfACompleteGeneration() {
        assertStatesTheSame(SampleGenerations.complete(SampleGenerations.id(1)));
    }

    @Test
    void statesWhateverAGenerationStates() {
        RandomGenerations random = new RandomGenerations(20_261_101);
        for (int i = 0; i < GENERATIONS; i++) {
            assertStatesTheSame(random.next());
        }
    }

    @Test
    void tellsAbsentFromNull() {
        Generation silent = SampleGenerations.silent(SampleGenerations.id(2));
        EnumSet<MetadataField> all = EnumSet.allOf(MetadataField.class);
        all.remove(MetadataField.ID);

        assertStatesTheSame(silent);
        assertStatesTheSame(
                SampleGenerations.withShape(
                        silent, new DocumentShape(DocumentKind.METADATA, all, Map.of())));
    }

    @Test
    void leavesTheIdToWhoeverAsksWhenTheDocumentHadNone() {
        Generation nameless =
                SampleGenerations.withShape(
                        SampleGenerations.complete(SampleGenerations.id(3)),
                        new DocumentShape(
                                DocumentKind.METADATA, EnumSet.of(MetadataField.ID), Map.of()));

        MetadataDocument document =
                received(Optional.of(nameless.id()), encoder().encode(nameless));

        assertThat(decoder().decode(document)).isEqualTo(nameless);
        assertThatExceptionOfType(UndecodableDocumentException.class)
                .isThrownBy(() -> decoder().decode(received(Optional.empty(), document.bytes())));
    }

    @Test
    void refusesTheFiguresOfACompletion() {
        Generation inline =
                SampleGenerations.withShape(
                        SampleGenerations.complete(SampleGenerations.id(4)),
                        new DocumentShape(
                                DocumentKind.COMPLETION,
                                EnumSet.noneOf(MetadataField.class),
                                Map.of()));

        assertThatIllegalArgumentException().isThrownBy(() -> encoder().encode(inline));
    }

    @Test
    void respellsWithoutChangingWhatIsStated() {
        RandomGenerations random = new RandomGenerations(42);
        for (int i = 0; i < GENERATIONS; i++) {
            Generation generation = random.next();
            MetadataDocument document =
                    received(Optional.of(generation.id()), encoder().encode(generation));

            byte[] respelled = encoder().respell(document);

            assertThat(decoder().decode(received(document.requested(), respelled)))
                    .isEqualTo(generation);
        }
    }

    @Test
    void respellsNothingButRecords() {
        assertThatExceptionOfType(UndecodableDocumentException.class)
                .isThrownBy(() -> encoder().respell(received(Optional.empty(), new byte[] {'?'})));
    }

    private void assertStatesTheSame(Generation generation) {
        MetadataDocument document =
                received(Optional.of(generation.id()), encoder().encode(generation));

        assertThat(decoder().decode(document)).isEqualTo(generation);
    }

    private static MetadataDocument received(Optional<GenerationId> requested, byte[] bytes) {
        return new MetadataDocument(requested, bytes, SampleGenerations.RECEIVED);
    }
}
