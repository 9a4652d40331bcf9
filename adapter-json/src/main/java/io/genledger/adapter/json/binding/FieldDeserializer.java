package io.genledger.adapter.json.binding;

import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.util.AccessPattern;

/** Reads a field of a wire record, whose value may be null, and refuses a second occurrence. */
abstract class FieldDeserializer<T> extends ValueDeserializer<T> {

    @Override
    public T getNullValue(DeserializationContext context) {
        return deserialize(context.getParser(), context);
    }

    /** Each null counts as an occurrence, so Jackson must not keep the first result. */
    @Override
    public AccessPattern getNullAccessPattern() {
        return AccessPattern.DYNAMIC;
    }
}
