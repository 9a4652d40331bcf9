package io.genledger.adapter.json.binding;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.type.LogicalType;

/** Binds one component of a wire record, and refuses a second occurrence of it. */
final class StatedDeserializer extends FieldDeserializer<Stated<?>> {

    private int index;
    private @Nullable ValueDeserializer<Object> content;

    /** The wire record in the field; null for a single value. */
    private @Nullable Class<?> record;

    @Override
    public ValueDeserializer<?> createContextual(
            DeserializationContext context, BeanProperty component) {
        StatedDeserializer ofComponent = new StatedDeserializer();
        JavaType type = context.getContextualType().containedType(0);
        ofComponent.index = ((SettableBeanProperty) component).getCreatorIndex();
        ofComponent.content = context.findContextualValueDeserializer(type, component);
        ofComponent.record =
                ofComponent.content.logicalType() == LogicalType.POJO ? type.getRawClass() : null;
        return ofComponent;
    }

    @Override
    public Stated<?> deserialize(JsonParser parser, DeserializationContext context) {
        SeenFields.around(parser).addComponent(index, parser);
        if (parser.hasToken(JsonToken.VALUE_NULL)) {
            return Stated.NULL;
        }
        if (record != null) {
            SeenFields.begin(parser, record);
        }
        return Stated.of(requireNonNull(content).deserialize(parser, context));
    }

    @Override
    public Stated<?> getAbsentValue(DeserializationContext context) {
        return Stated.absent();
    }
}
