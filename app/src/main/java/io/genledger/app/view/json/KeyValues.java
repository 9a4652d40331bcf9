package io.genledger.app.view.json;

import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Texts by their keys, as a JSON object. */
public final class KeyValues {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ObjectNode object = JSON.createObjectNode();

    /** Adds a key if its value is stated. */
    public KeyValues with(String key, Optional<String> value) {
        value.ifPresent(stated -> object.put(key, stated));
        return this;
    }

    /** The object on one line. */
    public String text() {
        return object.toString();
    }
}
