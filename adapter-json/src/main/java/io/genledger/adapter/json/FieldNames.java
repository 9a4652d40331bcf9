package io.genledger.adapter.json;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;

/**
 * The names of documented fields, found by either spelling and written in either.
 *
 * @param <F> the fields
 */
final class FieldNames<F extends Enum<F>> {

    private final Map<String, F> bySpelling = new HashMap<>();
    private final Map<Spelling, Map<F, SerializableString>> spelled = new EnumMap<>(Spelling.class);

    /** The names of {@code fields}. */
    FieldNames(Class<F> fields) {
        for (Spelling spelling : Spelling.values()) {
            Map<F, SerializableString> names = new EnumMap<>(fields);
            for (F field : EnumSet.allOf(fields)) {
                bySpelling.put(spelling.of(field), field);
                names.put(field, new SerializedString(spelling.of(field)));
            }
            spelled.put(spelling, names);
        }
    }

    /** The field that {@code name} spells, or null if it is none of these. */
    @Nullable F find(String name) {
        return bySpelling.get(name);
    }

    /** {@code name} as OpenRouter spells it; a name that is not documented stays as it is. */
    String wireName(String name) {
        F field = find(name);
        return field == null ? name : Spelling.WIRE.of(field);
    }

    /** The name of {@code field}, ready to be written. */
    SerializableString name(F field, Spelling spelling) {
        return Objects.requireNonNull(Objects.requireNonNull(spelled.get(spelling)).get(field));
    }
}
