package io.genledger.adapter.json.completion;

import io.genledger.adapter.json.binding.SeenFields;
import io.genledger.adapter.json.value.Refusal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

/** The bodies that the events of a stream state, in their order. */
@JsonDeserialize(using = WireEvents.Deserializer.class)
record WireEvents(List<WireCompletion> bodies) {

    static WireEvents none() {
        return new WireEvents(List.of());
    }

    static final class Deserializer extends ValueDeserializer<WireEvents> {

        @Override
        public WireEvents deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.isExpectedStartArrayToken()) {
                throw Refusal.expected("a list of events", parser);
            }
            List<WireCompletion> bodies = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                try {
                    SeenFields.begin(parser, WireEvent.class);
                    bodies.add(context.readValue(parser, WireEvent.class).body());
                } catch (JacksonException fault) {
                    throw fault.prependPath(WireEvents.class, bodies.size());
                }
            }
            return new WireEvents(bodies);
        }
    }
}
