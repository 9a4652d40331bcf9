package io.genledger.adapter.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.genledger.adapter.json.value.Limits;
import io.genledger.ports.document.MetadataDecoder;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.document.UndecodableDocumentException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No document makes a decoder allocate more than a fixed multiple of its length, however it is
 * built: what grows faster than the document would show here long before it hurt.
 */
class BoundedMemoryTest {

    /** Bytes allocated in all, mostly short-lived, per byte of the longest document. */
    private static final int MOST_PER_BYTE = 200;

    private static final int MARGIN = 100;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final List<MetadataDecoder> DECODERS =
            List.of(
                    new JacksonMetadataDecoder(),
                    new JacksonCompletionDecoder(),
                    new JacksonDocumentDecoder());

    /**
     * A document that repeats something up to the limit.
     *
     * @param part what is repeated; {@code #} is another name every time
     */
    record Greedy(String start, String part, String end) {

        MetadataDocument document() {
            StringBuilder json = new StringBuilder(start);
            for (int i = 0; json.length() < Limits.DOCUMENT_BYTES - MARGIN; i++) {
                json.append(part.replace("#", Integer.toString(i, Character.MAX_RADIX)));
            }
            return Documents.document(json.append(end).toString());
        }
    }

    @ParameterizedTest
    @MethodSource("greedy")
    void growsNoFasterThanTheDocument(Greedy greedy) {
        MetadataDocument document = greedy.document();
        for (MetadataDecoder decoder : DECODERS) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            decodeOrRefuse(decoder, document);
            long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;

            assertThat(allocated / Limits.DOCUMENT_BYTES).isLessThan(MOST_PER_BYTE);
        }
    }

    private static void decodeOrRefuse(MetadataDecoder decoder, MetadataDocument document) {
        try {
            decoder.decode(document);
        } catch (UndecodableDocumentException refused) {
            assertThat(refused.reason()).startsWith("expected ");
        }
    }

    static Stream<Greedy> greedy() {
        return Stream.of(
                new Greedy("{\"id\":\"a\"", ",\"~#\":1", "}"),
                new Greedy("{\"id\":\"a\"", ",\"~#\":\"\\u0001\"", "}"),
                new Greedy("{\"id\":\"a\"", ",\"~#\":[]", "}"),
                new Greedy("{\"id\":\"a\",\"x\":[0", ",0", "]}"),
                new Greedy("{\"id\":\"a\",\"x\":[0", ",[[[[[[]]]]]]", "]}"),
                new Greedy("{\"id\":\"a\",\"x\":\"", "\\u0001", "\"}"),
                new Greedy("{\"id\":\"a\",\"provider_responses\":[{}", ",{}", "]}"),
                new Greedy("{\"id\":\"a\",\"provider_responses\":[{}", ",{\"\":1}", "]}"),
                new Greedy(
                        "{\"id\":\"a\",\"provider_responses\":[{\"id\":\"a\"", ",\"~#\":1", "}]}"),
                new Greedy("{\"id\":\"a\",\"usage\":{\"cost\":1", ",\"~#\":1", "}}"),
                new Greedy("{\"id\":\"a\",\"usage\":{\"cost\":1,\"x\":[0", ",0", "]}}"),
                new Greedy("{\"usage\":{\"cost\":1},\"choices\":[{}", ",{}", "]}"),
                new Greedy("{\"data\":{\"id\":\"a\"}", ",\"~#\":1", "}"),
                new Greedy("{\"error\":{\"message\":\"a\"", ",\"~#\":1", "}}"));
    }
}
