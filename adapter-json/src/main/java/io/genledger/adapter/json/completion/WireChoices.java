package io.genledger.adapter.json.completion;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.genledger.adapter.json.binding.BothSpellings;
import io.genledger.adapter.json.binding.SeenFields;
import io.genledger.adapter.json.binding.Skipped;
import io.genledger.adapter.json.binding.Stated;
import io.genledger.adapter.json.value.Refusal;
import io.genledger.domain.completion.FinishReason;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * The list in {@code choices}. Only the first is read, because the inline usage is that of all.
 *
 * @param first the first element; absent if the list is empty or begins with null
 */
@JsonDeserialize(using = WireChoices.Deserializer.class)
record WireChoices(Stated<Choice> first) {

    /**
     * One choice of the model.
     *
     * @param message all other fields, which are not read
     */
    @BothSpellings
    record Choice(
            Stated<FinishReason> finishReason,
            Stated<FinishReason> nativeFinishReason,
            @JsonAnySetter Map<String, Skipped> message) {}

    /** Binds the first element and skips the others. */
    static final class Deserializer extends ValueDeserializer<WireChoices> {

        @Override
        public WireChoices deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.isExpectedStartArrayToken()) {
                throw Refusal.expected("a list of choices", parser);
            }
            Stated<Choice> first = Stated.absent();
            for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                try {
                    if (i > 0) {
                        parser.skipChildren();
                    } else if (!parser.hasToken(JsonToken.VALUE_NULL)) {
                        SeenFields.begin(parser, Choice.class);
                        first = Stated.of(context.readValue(parser, Choice.class));
                    }
                } catch (JacksonException fault) {
                    throw fault.prependPath(WireChoices.class, i);
                }
            }
            return new WireChoices(first);
        }
    }
}
