package io.genledger.adapter.json;

import io.genledger.ports.document.UndecodableDocumentException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The documented fields of one JSON object. For each it knows three different facts: it was absent,
 * it was null, or it had a value.
 *
 * @param <F> the fields
 */
final class WireFields<F extends Enum<F>> {

    private final String place;
    private final Map<F, WireValue> values;
    private final Set<F> absent;

    /**
     * An object in which nothing was seen yet.
     *
     * @param place what to write before a field's name in messages, e.g. {@code
     *     provider_responses[1].}; empty for the record itself
     */
    WireFields(Class<F> fields, String place) {
        this.place = place;
        this.values = new EnumMap<>(fields);
        this.absent = EnumSet.allOf(fields);
    }

    /**
     * Notes a field.
     *
     * @throws UndecodableDocumentException if it was there before, in either spelling
     */
    void put(F field, WireValue value) {
        absent.remove(field);
        if (values.put(field, value) != null) {
            throw new UndecodableDocumentException(
                    Optional.of(name(field)),
                    value.line(),
                    "expected the field once, found it twice",
                    null);
        }
    }

    /** Whether no documented field was there. */
    boolean isEmpty() {
        return values.isEmpty();
    }

    /** Whether {@code field} is an object. */
    boolean isObject(F field) {
        WireValue value = values.get(field);
        return value != null && value.form() == WireValue.Form.OBJECT;
    }

    /** The documented fields that were not there at all. */
    Set<F> absent() {
        return absent;
    }

    /**
     * The value of {@code field}; empty if it was absent or null.
     *
     * @param reading interprets a value that is not null
     * @throws UndecodableDocumentException if {@code reading} refuses it
     */
    <T> Optional<T> get(F field, Function<WireValue, T> reading) {
        WireValue value = values.get(field);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        return Optional.of(value.as(reading, () -> name(field)));
    }

    private String name(F field) {
        return place + Spelling.WIRE.of(field);
    }
}
