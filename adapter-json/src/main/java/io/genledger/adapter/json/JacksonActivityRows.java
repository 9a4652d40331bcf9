package io.genledger.adapter.json;

import io.genledger.adapter.json.value.Limits;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.export.ActivityRows;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads the archived rows of Activity CSVs: {@code {"genledger":"activity-row","row":{…}}}, with
 * the text of each column, or null for an empty cell.
 */
public final class JacksonActivityRows implements ActivityRows {

    /** An archived row begins so, because Genledger writes it itself. */
    private static final byte[] BEGINNING =
            "{\"genledger\":\"activity-row\",".getBytes(StandardCharsets.UTF_8);

    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(Limits.NESTING)
                                    .maxStringLength(Limits.STRING_CHARS)
                                    .maxNameLength(Limits.NAME_CHARS)
                                    .build())
                    .build();

    /** A reader without settings. */
    public JacksonActivityRows() {}

    @Override
    public Optional<Map<String, String>> of(MetadataDocument document) {
        if (document.size() < BEGINNING.length) {
            return Optional.empty();
        }
        byte[] bytes = document.bytes();
        return Arrays.equals(bytes, 0, BEGINNING.length, BEGINNING, 0, BEGINNING.length)
                ? Optional.of(texts(bytes))
                : Optional.empty();
    }

    private static Map<String, String> texts(byte[] bytes) {
        Map<String, String> texts = new LinkedHashMap<>();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), bytes)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.VALUE_STRING
                        && parser.streamReadContext().getNestingDepth() == 2) {
                    texts.put(parser.currentName(), parser.getString());
                }
            }
        }
        return texts;
    }
}
