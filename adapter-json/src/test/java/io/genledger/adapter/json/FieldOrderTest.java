package io.genledger.adapter.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.generation.Generation;
import io.genledger.ports.testkit.SampleGenerations;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Names are guessed from the order of the document before; a wrong guess must change nothing. */
class FieldOrderTest {

    private static final int ORDERS = 500;
    private static final JsonMapper TREES = new JsonMapper();

    private final Generation generation =
            Documents.decode(
                    new JacksonMetadataEncoder(Spelling.WIRE)
                            .encode(SampleGenerations.complete(SampleGenerations.id(1))));

    @Test
    void readsFieldsInAnyOrder() {
        assertThat(shuffled())
                .allSatisfy(
                        document -> assertThat(Documents.decode(document)).isEqualTo(generation));
    }

    @Test
    void readsAnyOrdersAtOnce() {
        List<byte[]> documents = shuffled().toList();

        assertThat(documents.parallelStream().map(Documents::decode))
                .hasSize(ORDERS)
                .allMatch(generation::equals);
    }

    /** The document in both spellings, every object of it in another order every time. */
    private Stream<byte[]> shuffled() {
        Random random = new Random(42);
        List<JsonNode> spellings =
                Stream.of(Spelling.values())
                        .map(spelling -> new JacksonMetadataEncoder(spelling).encode(generation))
                        .map(TREES::readTree)
                        .toList();
        return Stream.generate(() -> spellings.get(random.nextInt(spellings.size())))
                .limit(ORDERS)
                .map(node -> TREES.writeValueAsBytes(shuffled(node, random)));
    }

    private static JsonNode shuffled(JsonNode node, Random random) {
        if (node.isArray()) {
            return TREES.createArrayNode()
                    .addAll(node.valueStream().map(child -> shuffled(child, random)).toList());
        }
        if (!node.isObject()) {
            return node;
        }
        List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(node.properties());
        Collections.shuffle(fields, random);
        ObjectNode shuffled = TREES.createObjectNode();
        fields.forEach(field -> shuffled.set(field.getKey(), shuffled(field.getValue(), random)));
        return shuffled;
    }
}
