package io.genledger.adapter.json.binding;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.deser.BeanDeserializerBuilder;
import tools.jackson.databind.deser.ValueDeserializerModifier;

/**
 * Takes the component that collects unknown fields out of the names that a document can spell.
 * Jackson would bind a field called {@code unknown} to it, instead of collecting that field.
 */
final class UnknownIsNoField extends ValueDeserializerModifier {

    private static final long serialVersionUID = 1L;

    @Override
    public BeanDeserializerBuilder updateBuilder(
            DeserializationConfig config,
            BeanDescription.Supplier description,
            BeanDeserializerBuilder builder) {
        builder.getProperties()
                .forEachRemaining(component -> {
                    if (component.getAnnotation(JsonAnySetter.class) != null) {
                        component.markAsIgnorable();
                    }
                });
        return builder;
    }
}
