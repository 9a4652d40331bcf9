package io.genledger.adapter.json.binding;

import io.genledger.adapter.json.value.Excerpt;
import io.genledger.ports.UndecodableDocumentException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The fields of a document that are not documented, collected from its objects. */
public final class UnknownFields {

    private final Map<String, String> byPath = new TreeMap<>();

    /** Nothing yet. */
    public UnknownFields() {}

    /**
     * Adds the unknown fields of one object.
     *
     * @param place the path of the object with the dot behind it; empty for the record itself
     * @param fields the fields by name
     * @throws UndecodableDocumentException if another object has a field whose name is the path of
     *     one of these
     */
    public void add(String place, Map<String, RawText> fields) {
        fields.forEach((name, value) -> {
            if (byPath.put(place + name, value.json()) != null) {
                throw new UndecodableDocumentException(
                        Optional.of(place + Excerpt.of(name, Excerpt.VALUE_CHARS)),
                        value.line(),
                        "expected the field once, found it twice",
                        null);
            }
        });
    }

    /** The values as compact JSON, by path. */
    public Map<String, String> byPath() {
        return byPath;
    }
}
