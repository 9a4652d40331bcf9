package io.genledger.adapter.json;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds a documented field by either spelling: OpenRouter's own ({@code total_cost}) and that of
 * its TypeScript SDK ({@code totalCost}).
 *
 * @param <F> the fields
 */
final class FieldNames<F extends Enum<F>> {

    private static final Pattern WORD = Pattern.compile("_([a-z])");

    private final Map<String, F> bySpelling = new HashMap<>();

    /** The names of {@code fields}, whose constants are named like the wire, in capitals. */
    FieldNames(Collection<F> fields) {
        for (F field : fields) {
            bySpelling.put(wireName(field), field);
            bySpelling.put(camelCase(wireName(field)), field);
        }
    }

    /** The field that {@code name} spells, or null if it is none of these. */
    @Nullable F find(String name) {
        return bySpelling.get(name);
    }

    /** {@code name} as OpenRouter spells it; a name that is not documented stays as it is. */
    String wireName(String name) {
        F field = find(name);
        return field == null ? name : wireName(field);
    }

    /** The name of {@code field} as OpenRouter spells it. */
    static String wireName(Enum<?> field) {
        return field.name().toLowerCase(Locale.ROOT);
    }

    private static String camelCase(String wireName) {
        return WORD.matcher(wireName).replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT));
    }
}
