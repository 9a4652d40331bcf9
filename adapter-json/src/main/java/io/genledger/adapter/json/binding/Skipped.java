package io.genledger.adapter.json.binding;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.annotation.JsonDeserialize;

/** The value of a field that is not read; its name must not repeat. */
@JsonDeserialize(using = Skipped.Deserializer.class)
public enum Skipped {
    /** Every skipped value. */
    VALUE;

    static final class Deserializer extends FieldDeserializer<Skipped> {

        @Override
        public Skipped deserialize(JsonParser parser, DeserializationContext context) {
            SeenFields.around(parser).addName(parser);
            parser.skipChildren();
            return VALUE;
        }
    }
}
