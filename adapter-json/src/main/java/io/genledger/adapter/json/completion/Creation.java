package io.genledger.adapter.json.completion;

import io.genledger.adapter.json.value.Values;
import java.time.Instant;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

/** When a completion was created: a Unix second in most APIs, ISO 8601 in some. */
@JsonDeserialize(using = Creation.Deserializer.class)
record Creation(Instant at) {

    /** Reads either form. */
    static final class Deserializer extends ValueDeserializer<Creation> {

        @Override
        public Creation deserialize(JsonParser parser, DeserializationContext context) {
            return new Creation(Values.secondOrMoment(parser));
        }
    }
}
