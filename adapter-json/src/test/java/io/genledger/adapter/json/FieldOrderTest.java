package io.genledger.adapter.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.generation.Generation;
import io.genledger.ports.testkit.SampleGenerations;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A record states the same in any order and spelling of its fields. */
class FieldOrderTest {

    private static final int ORDERS = 500;
    private static final JsonMapper TREES = new JsonMapper();
    private static final Pattern WORD = Pattern.compile("_([a-z])");

    private final Generation generation = SampleGenerations.complete(SampleGenerations.id(1));
    private final JsonNode document =
            TREES.readTree(new JacksonMetadataDecoderTest().documentFor(generation));

    @Test
    void readsFieldsInAnyOrderAndSpelling() {
        assertThat(shuffled().map(Documents::decode)).hasSize(ORDERS).allMatch(generation::equals);
    }

    @Test
    void readsManyDocumentsAtOnce() {
        List<byte[]> documents = shuffled().toList();

        assertThat(documents.parallelStream().map(Documents::decode))
                .hasSize(ORDERS)
                .allMatch(generation::equals);
    }

    /** The document with the fields of every object in another order, each in either spelling. */
    private Stream<byte[]> shuffled() {
        Random random = new Random(42);
        return Stream.generate(() -> TREES.writeValueAsBytes(shuffled(document, random)))
                .limit(ORDERS);
    }

    private JsonNode shuffled(JsonNode node, Random random) {
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
        fields.forEach(field ->
                shuffled.set(
                        random.nextBoolean() ? field.getKey() : sdkSpelling(field.getKey()),
                        shuffled(field.getValue(), random)));
        return shuffled;
    }

    private String sdkSpelling(String name) {
        return generation.shape().unknown().containsKey(name)
                ? name
                : WORD.matcher(name).replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT));
    }
}
