package io.genledger.adapter.json.binding;

import static java.util.Objects.requireNonNull;

import io.genledger.adapter.json.value.Refusal;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamContext;

/**
 * The fields of one JSON object that were seen so far. Stored in the parser's context of that
 * object, as its "current value", which Jackson does not use while it binds a record; {@code
 * SeenFieldsTest} checks that.
 */
public final class SeenFields {

    /** The wire record to which the object is bound. */
    final Class<?> type;

    /** One bit for each component of the record, by its index. */
    private long components;

    private @Nullable Set<String> names;

    private SeenFields(Class<?> type) {
        this.type = type;
    }

    /** Begins the object that is bound to {@code type}; refuses any other value. */
    public static SeenFields begin(JsonParser parser, Class<?> type) {
        if (!parser.isExpectedStartObjectToken()) {
            throw Refusal.expected("an object", parser);
        }
        SeenFields fields = new SeenFields(type);
        parser.streamReadContext().assignCurrentValue(fields);
        return fields;
    }

    /** The fields of the object around the value at which {@code parser} stands. */
    static SeenFields around(JsonParser parser) {
        TokenStreamContext context = parser.streamReadContext();
        boolean atStart = parser.currentToken().isStructStart();
        TokenStreamContext object = atStart ? context.getParent() : context;
        return (SeenFields) requireNonNull(object.currentValue());
    }

    /** Adds a component by its index, 0 to 63; refuses a second occurrence. */
    void addComponent(int index, JsonParser parser) {
        long bit = 1L << Objects.checkIndex(index, Long.SIZE);
        if ((components & bit) != 0) {
            throw Refusal.repeated(parser);
        }
        components |= bit;
    }

    /** Adds another field by its name; refuses a second occurrence. */
    public void addName(JsonParser parser) {
        names = names == null ? new HashSet<>() : names;
        if (!names.add(parser.currentName())) {
            throw Refusal.repeated(parser);
        }
    }

    /** The names that were added. */
    public Set<String> names() {
        return names == null ? Set.of() : names;
    }
}
