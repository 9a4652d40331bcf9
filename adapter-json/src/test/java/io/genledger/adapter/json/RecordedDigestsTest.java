package io.genledger.adapter.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.json.RecordedDocuments.Kind;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.ledger.ContentDigest;
import io.genledger.ports.document.MetadataDocument;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Ledgers keep digests for years: another digest would make a document a correction of itself. */
class RecordedDigestsTest {

    private static final JacksonDocumentDecoder DECODER = new JacksonDocumentDecoder();

    @ParameterizedTest
    @CsvFileSource(resources = "digests.csv", numLinesToSkip = 1)
    void theDigestsOfARecordedDocumentStayTheSame(String name, String first, String second) {
        Generation generation = DECODER.decode(requireNonNull(documents().get(name)));

        assertThat(ContentDigest.of(generation, 1)).hasToString("1:" + first);
        assertThat(ContentDigest.of(generation, 2)).hasToString("2:" + second);
    }

    @Test
    void everyRecordedDocumentHasItsDigestsInTheTable() {
        Stream<String> rows = new String(RecordedDocuments.resource("digests.csv"), UTF_8).lines();

        assertThat(rows.skip(1).map(row -> row.substring(0, row.indexOf(','))))
                .containsExactlyElementsOf(documents().keySet());
    }

    private static Map<String, MetadataDocument> documents() {
        Map<String, MetadataDocument> documents = new LinkedHashMap<>();
        RecordedDocuments.all().stream()
                .filter(recorded -> recorded.kind() != Kind.NOT_FOUND)
                .forEach(recorded -> documents.put(recorded.name(), recorded.document()));
        RecordedCompletions.bodies()
                .forEach(completion -> documents.put(completion.name(), completion.document()));
        return documents;
    }
}
