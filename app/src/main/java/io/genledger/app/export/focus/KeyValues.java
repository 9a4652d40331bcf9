package io.genledger.app.export.focus;

import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The keys and values of a cell, as a JSON object. */
final class KeyValues {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ObjectNode object = JSON.createObjectNode();

    /** Adds a key if its value is stated. */
    KeyValues with(String key, Optional<String> value) {
        value.ifPresent(stated -> object.put(key, stated));
        return this;
    }

    String text() {
        return object.toString();
    }
}
