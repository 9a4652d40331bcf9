package io.genledger.adapter.sql.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.sql.archive.DocumentCodec.Packed;
import io.genledger.adapter.sql.archive.RecordedSamples.Sample;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DocumentCodecTest {

    /** From the first version with codec 1. */
    private static final String BODY_OF_CODEC_1 =
            "28b52ffd250176ad010023c2063131b01966032be9365a302d5d07acb3a53a26e9b8643b3f368d1f07fc005d569ffc85836604ae6a0f42e634f5b54e7c3f031e854651";

    /** The document in {@link #BODY_OF_CODEC_1}. */
    private static final String DOCUMENT =
            "{\"data\":{\"id\":\"gen-1746926480-ZTL1dpbTyDdXqvBdMyGq\",\"total_cost\":0.0125,"
                    + "\"model\":\"openai/gpt-4o-mini\",\"is_byok\":false}}";

    @Test
    void unpacksEveryDocumentByteForByte() {
        Stream<byte[]> recorded = RecordedSamples.all().stream().map(Sample::bytes);

        Stream.concat(recorded, GeneratedDocuments.of(200, 2)).forEach(DocumentCodecTest::isKept);
    }

    @Test
    void unpacksDocumentsOfEveryLength() {
        byte[] document = GeneratedDocuments.of(1, 2).findFirst().orElseThrow();

        for (int length = 0; length <= document.length; length++) {
            isKept(Arrays.copyOf(document, length));
        }
    }

    @Test
    void unpacksALargeDocument() {
        isKept(DOCUMENT.repeat(30_000).getBytes(UTF_8));
    }

    /** Ledgers keep such bodies for ever. */
    @Test
    void unpacksBodiesOfTheFirstVersion() {
        byte[] body = HexFormat.of().parseHex(BODY_OF_CODEC_1);

        assertThat(DocumentCodec.unpack(1, body)).asString(UTF_8).isEqualTo(DOCUMENT);
        assertThat(DocumentCodec.unpack(0, DOCUMENT.getBytes(UTF_8)))
                .asString(UTF_8)
                .isEqualTo(DOCUMENT);
    }

    @Test
    void theDictionaryOfCodec1NeverChanges() throws NoSuchAlgorithmException {
        byte[] dictionary = DocumentCodec.dictionary("zstd-1.dictionary");

        byte[] digest = MessageDigest.getInstance("SHA-256").digest(dictionary);
        assertThat(HexFormat.of().formatHex(digest))
                .isEqualTo("1e83f40bb9169aae94c52ef63ff7c53139012ca5d666ce1d9ceb871b24ddcc07");
    }

    @Test
    void storesADocumentAsIsThatDoesNotShrink() {
        byte[] noise = new byte[1_000];
        new Random(1).nextBytes(noise);

        Packed packed = DocumentCodec.pack(noise);

        assertThat(packed.codec()).isZero();
        assertThat(packed.bytes()).isEqualTo(noise);
    }

    @Test
    void storesADocumentAsIsThatIsTooLargeToBeDecompressed() {
        byte[] zeros = new byte[ZstdDecompressor.MAX_CONTENT_BYTES + 1];

        assertThat(DocumentCodec.pack(zeros).codec()).isZero();
    }

    @Test
    void threadsPackAndUnpackAtTheSameTime() throws Exception {
        List<byte[]> documents = GeneratedDocuments.of(50, 2).toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running =
                    Stream.<Future<?>>generate(() ->
                                    threads.submit(
                                            () -> documents.forEach(DocumentCodecTest::isKept)))
                            .limit(100)
                            .toList();
            for (Future<?> thread : running) {
                thread.get();
            }
        }
    }

    private static void isKept(byte[] document) {
        Packed packed = DocumentCodec.pack(document);

        assertThat(packed.bytes()).hasSizeLessThanOrEqualTo(document.length);
        assertThat(DocumentCodec.unpack(packed.codec(), packed.bytes())).isEqualTo(document);
    }
}
