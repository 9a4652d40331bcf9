package io.genledger.adapter.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.generation.DocumentKind;
import io.genledger.domain.generation.Generation;
import io.genledger.ports.document.MetadataDecoder;
import io.genledger.ports.document.MetadataDocument;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads records as their own decoder does, and completions as theirs. */
class JacksonDocumentDecoderTest extends JacksonMetadataDecoderTest {

    @Override
    protected MetadataDecoder decoder() {
        return new JacksonDocumentDecoder();
    }

    @ParameterizedTest
    @MethodSource("records")
    void takesARecordForARecord(MetadataDocument record) {
        assertThat(decoder().decode(record)).isEqualTo(new JacksonMetadataDecoder().decode(record));
    }

    @ParameterizedTest
    @MethodSource("completions")
    void takesACompletionForACompletion(MetadataDocument completion) {
        Generation generation = decoder().decode(completion);

        assertThat(generation).isEqualTo(new JacksonCompletionDecoder().decode(completion));
        assertThat(generation.shape().kind()).isEqualTo(DocumentKind.COMPLETION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"gen-1\",\"usage\":0.5,\"object\":\"generation\"}",
                "{\"data\":{\"id\":\"gen-1\"},\"usage\":{},\"object\":\"response\"}",
            })
    void takesWhatIsNoCompletionForARecord(String json) {
        assertThat(decoder().decode(Documents.document(json)).shape().kind())
                .isEqualTo(DocumentKind.METADATA);
    }

    static List<MetadataDocument> records() {
        return RecordedDocuments.records().stream()
                .map(RecordedDocuments.Recorded::document)
                .toList();
    }

    static List<MetadataDocument> completions() {
        return RecordedCompletions.bodies().stream()
                .map(RecordedCompletions.Completion::document)
                .toList();
    }
}
