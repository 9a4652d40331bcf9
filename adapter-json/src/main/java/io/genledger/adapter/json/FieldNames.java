package io.genledger.adapter.json;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.sym.PropertyNameMatcher;
import tools.jackson.core.util.Named;

/**
 * The names of documented fields, found by either spelling and written in either. The parser finds
 * them by the bytes of a document, before they are a text.
 *
 * @param <F> the fields
 */
final class FieldNames<F extends Enum<F>> {

    private final F[] fields;
    private final PropertyNameMatcher matcher;
    private final Map<Spelling, Map<F, SerializableString>> spelled = new EnumMap<>(Spelling.class);

    /** The names of the fields of {@code type}. */
    FieldNames(Class<F> type) {
        fields = type.getEnumConstants();
        List<Named> names = new ArrayList<>();
        for (Spelling spelling : Spelling.values()) {
            Map<F, SerializableString> written = new EnumMap<>(type);
            for (F field : fields) {
                names.add(Named.fromString(spelling.of(field)));
                written.put(field, new SerializedString(spelling.of(field)));
            }
            spelled.put(spelling, written);
        }
        matcher = DocumentInput.matcher(names);
    }

    /** Finds these names while a document is parsed; what it finds is told by {@link #field}. */
    PropertyNameMatcher matcher() {
        return matcher;
    }

    /**
     * The field that the matcher found, or null if it found none of these. The matcher counts the
     * names of one spelling after those of the other.
     */
    @Nullable F field(int match) {
        return match < 0 ? null : fields[match < fields.length ? match : match - fields.length];
    }

    /** The field that {@code name} spells, or null if it is none of these. */
    @Nullable F find(String name) {
        return field(matcher.matchName(name));
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
