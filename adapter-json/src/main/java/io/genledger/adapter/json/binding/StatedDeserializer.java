package io.genledger.adapter.json.binding;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.type.LogicalType;
import tools.jackson.databind.util.AccessPattern;

/** Binds one component of a wire record, and refuses a second occurrence of it. */
final class StatedDeserializer extends ValueDeserializer<Stated<?>> {

    private final int index;
    private final @Nullable ValueDeserializer<Object> content;

    /** For Jackson, which asks {@link #createContextual} for one deserializer per component. */
    StatedDeserializer() {
        this(0, null);
    }

    private StatedDeserializer(int index, @Nullable ValueDeserializer<Object> content) {
        this.index = index;
        this.content = content;
    }

    @Override
    public ValueDeserializer<?> createContextual(
            DeserializationContext context, BeanProperty component) {
        return new StatedDeserializer(
                ((SettableBeanProperty) component).getCreatorIndex(),
                context.findContextualValueDeserializer(
                        context.getContextualType().containedType(0), component));
    }

    @Override
    public Stated<?> deserialize(JsonParser parser, DeserializationContext context) {
        SeenFields.around(parser).addComponent(index, parser);
        ValueDeserializer<Object> reading = Objects.requireNonNull(content);
        if (reading.logicalType() == LogicalType.POJO) {
            SeenFields.begin(parser, reading.handledType());
        }
        return Stated.of(reading.deserialize(parser, context));
    }

    @Override
    public Stated<?> getNullValue(DeserializationContext context) {
        JsonParser parser = context.getParser();
        SeenFields.around(parser).addComponent(index, parser);
        return Stated.ofNull();
    }

    /** Each null is an occurrence of its own, so Jackson must not keep the first answer. */
    @Override
    public AccessPattern getNullAccessPattern() {
        return AccessPattern.DYNAMIC;
    }

    @Override
    public Stated<?> getAbsentValue(DeserializationContext context) {
        return Stated.absent();
    }
}
