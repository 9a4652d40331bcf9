package io.genledger.adapter.sql.archive;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.sql.archive.RecordedSamples.Kind;
import io.genledger.adapter.sql.archive.RecordedSamples.Sample;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

/** The share of their bytes that documents have in the archive, in percent. */
class CompressionRatioTest {

    /** Sources with fewer documents are left out of a training together. */
    private static final int MANY = 100;

    @Test
    void generatedDocumentsShrinkToAFifth() {
        // Another seed than that of the documents that trained the dictionary.
        List<byte[]> documents = GeneratedDocuments.of(1_000, 2).toList();

        assertThat(percent(documents, CompressionRatioTest::packed)).isBetween(5, 20);
    }

    @Test
    void recordedDocumentsOfEachKindShrinkToAThird() {
        for (Kind kind : Kind.values()) {
            List<byte[]> documents = ofKind(kind, RecordedSamples.all());

            assertThat(percent(documents, CompressionRatioTest::packed))
                    .as("%s", kind)
                    .isBetween(5, 34);
        }
    }

    /** What documents cost that the dictionary has not seen. */
    @Test
    void documentsOfASourceShrinkByADictionaryOfOtherSources() {
        List<Sample> all = RecordedSamples.all();
        Map<String, Long> sizes = all.stream().collect(groupingBy(Sample::source, counting()));
        Map<String, List<Sample>> groups =
                all.stream()
                        .collect(
                                groupingBy(
                                        sample ->
                                                sizes.getOrDefault(sample.source(), 0L) < MANY
                                                        ? "others"
                                                        : sample.source(),
                                        TreeMap::new,
                                        toList()));

        assertThat(groups).containsOnlyKeys("crmne", "estiens", "others");
        groups.forEach((source, measured) -> {
            List<Sample> seen = all.stream().filter(s -> !measured.contains(s)).toList();
            ZstdCompressor compressor = new ZstdCompressor(DictionaryTraining.train(1, seen));
            for (Kind kind : Kind.values()) {
                List<byte[]> documents = ofKind(kind, measured);
                if (!documents.isEmpty()) {
                    assertThat(percent(documents, document -> compressor.compress(document).length))
                            .as("%s of %s", kind, source)
                            .isBetween(5, 40);
                }
            }
        });
    }

    private static List<byte[]> ofKind(Kind kind, List<Sample> samples) {
        return samples.stream().filter(sample -> sample.kind() == kind).map(Sample::bytes).toList();
    }

    private static int packed(byte[] document) {
        return DocumentCodec.pack(document).bytes().length;
    }

    /** Rounded up. */
    private static int percent(List<byte[]> documents, ToIntFunction<byte[]> size) {
        int all = documents.stream().mapToInt(document -> document.length).sum();
        int small = documents.stream().mapToInt(size).sum();
        return Math.ceilDiv(100 * small, all);
    }
}
