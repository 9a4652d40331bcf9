package io.genledger.adapter.json.record;

import io.genledger.adapter.json.binding.Binding;
import io.genledger.adapter.json.binding.Spelling;
import io.genledger.domain.generation.MetadataField;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A record with every documented field (OPENROUTER.md §3.1), for programs that refuse one without.
 * What the record states is kept byte for byte.
 */
public final class CompleteRecord {

    private static final String DATA = "data";

    private final boolean isBare;
    private final Set<String> fields = new HashSet<>();

    /** The offset of the first byte behind the brace with which the record begins. */
    private final int begin;

    private CompleteRecord(JsonParser parser, boolean isBare) {
        this.isBare = isBare;
        this.begin = (int) parser.currentTokenLocation().getByteOffset() + 1;
    }

    /**
     * {@code document} with {@code null} for each documented field that its record does not state.
     * A bare record is put into {@code data}, as OpenRouter answers it.
     *
     * @param document a record in UTF-8 that can be decoded; one in another encoding is returned as
     *     it is
     */
    public static byte[] of(byte[] document) {
        try (JsonParser parser = Binding.parser(document)) {
            Binding.start(parser);
            CompleteRecord record = new CompleteRecord(parser, true).read(parser);
            return record.begin > 0 ? record.completed(document) : document;
        }
    }

    private CompleteRecord read(JsonParser parser) {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken value = parser.nextToken();
            if (isBare && name.equals(DATA) && value == JsonToken.START_OBJECT) {
                return new CompleteRecord(parser, false).read(parser);
            }
            fields.add(Spelling.wireName(WireRecord.class, name));
            parser.skipChildren();
        }
        return this;
    }

    private byte[] completed(byte[] document) {
        String missing =
                Arrays.stream(MetadataField.values())
                        .map(MetadataField::wireName)
                        .filter(name -> !fields.contains(name))
                        .map("\"%s\":null,"::formatted)
                        .collect(Collectors.joining());
        ByteArrayOutputStream completed = new ByteArrayOutputStream();
        completed.writeBytes(utf8(isBare ? "{\"" + DATA + "\":" : ""));
        completed.write(document, 0, begin);
        completed.writeBytes(utf8(missing));
        completed.write(document, begin, document.length - begin);
        completed.writeBytes(utf8(isBare ? "}" : ""));
        return completed.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
