package io.genledger.adapter.json.activity;

import java.io.ByteArrayOutputStream;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes rows as JSON documents to archive: column and text, null for an empty cell. Columns are in
 * alphabetical order, so that a row of exports with another order is the same document.
 */
final class RowDocument {

    /** The document's kind, in its first field. */
    static final String KIND = "activity-row";

    private static final JsonFactory JSON = new JsonFactory();

    private final SerializableString[] names;
    private final int[] order;

    /** Documents of rows with these columns. */
    RowDocument(List<String> columns) {
        this.names = columns.stream().map(SerializedString::new).toArray(SerializableString[]::new);
        this.order =
                IntStream.range(0, columns.size())
                        .boxed()
                        .sorted(Comparator.comparing(columns::get))
                        .mapToInt(Integer::intValue)
                        .toArray();
    }

    /** The document of a row, in UTF-8. */
    byte[] of(List<String> cells) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 10);
        try (JsonGenerator json =
                JSON.createGenerator(ObjectWriteContext.empty(), bytes, JsonEncoding.UTF8)) {
            json.writeStartObject().writeName("genledger").writeString(KIND);
            json.writeName("row").writeStartObject();
            for (int column : order) {
                json.writeName(names[column]);
                String cell = cells.get(column);
                if (cell.isEmpty()) {
                    json.writeNull();
                } else {
                    json.writeString(cell);
                }
            }
            json.writeEndObject().writeEndObject();
        }
        return bytes.toByteArray();
    }
}
