package io.genledger.app.view.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What languages of schemas write differently. */
public enum SchemaDialect {

    /** OpenAPI 3.0. Nothing may stand beside a reference, and an enum has to name null, too. */
    OPENAPI("#/components/schemas/") {
        @Override
        Map<String, Object> nullable(Map<String, Object> schema) {
            Map<String, Object> nullable = new LinkedHashMap<>();
            if (schema.containsKey("$ref")) {
                nullable.put("allOf", List.of(schema));
            } else {
                nullable.putAll(schema);
            }
            if (schema.get("enum") instanceof List<?> constants) {
                List<Object> withNull = new ArrayList<>(constants);
                withNull.add(null);
                nullable.put("enum", withNull);
            }
            nullable.put("nullable", true);
            return nullable;
        }
    },

    /** JSON Schema 2020-12. */
    JSON_SCHEMA("#/$defs/") {
        @Override
        Map<String, Object> nullable(Map<String, Object> schema) {
            return Map.of("anyOf", List.of(schema, Map.of("type", "null")));
        }
    };

    private final String place;

    SchemaDialect(String place) {
        this.place = place;
    }

    /** The beginning of a reference to the schema of a record. */
    String place() {
        return place;
    }

    /** The schema of what may be null. */
    abstract Map<String, Object> nullable(Map<String, Object> schema);
}
