package io.genledger.adapter.json.record;

import static java.util.Objects.requireNonNull;

import io.genledger.adapter.json.binding.SeenFields;
import io.genledger.adapter.json.value.Limits;
import io.genledger.adapter.json.value.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * The list in {@code provider_responses}.
 *
 * @param list at most {@link Limits#ATTEMPTS}, in the order of the document
 */
@JsonDeserialize(using = WireAttempts.Deserializer.class)
record WireAttempts(List<WireAttempt> list) {

    /** Binds one element after another, so that the limit holds before memory is used. */
    static final class Deserializer extends ValueDeserializer<WireAttempts> {

        /** Found once, because a look-up for each element takes longer than binding it. */
        private @Nullable ValueDeserializer<Object> element;

        @Override
        public void resolve(DeserializationContext context) {
            JavaType type = context.constructType(WireAttempt.class);
            element = context.findContextualValueDeserializer(type, null);
        }

        @Override
        public WireAttempts deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.isExpectedStartArrayToken()) {
                throw Refusal.expected("a list of attempts", parser);
            }
            List<WireAttempt> list = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (list.size() == Limits.ATTEMPTS) {
                    String end = "the end of the list after " + Limits.ATTEMPTS + " attempts";
                    throw Refusal.expected(end, parser);
                }
                try {
                    SeenFields.begin(parser, WireAttempt.class);
                    list.add((WireAttempt) requireNonNull(element).deserialize(parser, context));
                } catch (JacksonException fault) {
                    throw fault.prependPath(WireAttempts.class, list.size());
                }
            }
            return new WireAttempts(list);
        }
    }
}
