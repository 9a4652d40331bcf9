package io.genledger.adapter.json;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;

/**
 * The names of documented fields, found by either spelling and written in either.
 *
 * <p>Documents list their fields in the order in which the document before did, so each name is
 * guessed from the one before it: to compare bytes with a guess is the cheapest way to read them. A
 * wrong guess costs time and nothing else, and what is remembered for guessing is no more than
 * that: it may be lost or overwritten when many threads read at once.
 *
 * @param <F> the fields
 */
final class FieldNames<F extends Enum<F>> {

    /** No name: before the first, or none that is documented. */
    static final int NONE = -1;

    private final List<SerializableString> names = new ArrayList<>();
    private final List<F> fields = new ArrayList<>();
    private final Map<String, Integer> indexes = new HashMap<>();
    private final Map<Spelling, Map<F, SerializableString>> spelled = new EnumMap<>(Spelling.class);

    /** By the index of a name, and one more: the index of the name that came after it. */
    private final int[] followers;

    /** The names of the fields of {@code type}. */
    FieldNames(Class<F> type) {
        for (Spelling spelling : Spelling.values()) {
            Map<F, SerializableString> written = new EnumMap<>(type);
            for (F field : type.getEnumConstants()) {
                SerializableString name = new SerializedString(spelling.of(field));
                indexes.put(name.getValue(), names.size());
                names.add(name);
                fields.add(field);
                written.put(field, name);
            }
            spelled.put(spelling, written);
        }
        followers = new int[names.size() + 1];
        Arrays.setAll(followers, i -> i % names.size());
    }

    /** Which of the names probably comes after the one at {@code index}. */
    int follower(int index) {
        return followers[index + 1];
    }

    /** Remembers that the name at {@code next} came after the one at {@code index}. */
    void follows(int index, int next) {
        followers[index + 1] = next;
    }

    /** The index of {@code name}; {@link #NONE} if it is not documented. */
    int indexOf(String name) {
        return indexes.getOrDefault(name, NONE);
    }

    /** The name at {@code index}. */
    SerializableString name(int index) {
        return names.get(index);
    }

    /** The field named by the name at {@code index}; null for {@link #NONE}. */
    @Nullable F field(int index) {
        return index == NONE ? null : fields.get(index);
    }

    /** The field that {@code name} spells, or null if it is none of these. */
    @Nullable F find(String name) {
        return field(indexOf(name));
    }

    /** {@code name} as OpenRouter spells it; a name that is not documented stays as it is. */
    String wireName(String name) {
        F field = find(name);
        return field == null ? name : Spelling.WIRE.of(field);
    }

    /** The name of {@code field}, ready to be written. */
    SerializableString name(F field, Spelling spelling) {
        return requireNonNull(requireNonNull(spelled.get(spelling)).get(field));
    }
}
