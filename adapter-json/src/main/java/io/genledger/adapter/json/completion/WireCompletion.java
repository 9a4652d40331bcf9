package io.genledger.adapter.json.completion;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.genledger.adapter.json.binding.BothSpellings;
import io.genledger.adapter.json.binding.Skipped;
import io.genledger.adapter.json.binding.Stated;
import io.genledger.adapter.json.value.Values;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.routing.ModelSlug;
import io.genledger.domain.routing.ProviderName;
import java.time.Instant;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * The body of a completion, the last chunk of its stream, or the last event of the stream of the
 * responses API. The APIs have different names for the same figure; the mapper takes the first that
 * has a value.
 *
 * @param generationId the id of the generation, where {@code id} is that of a job (videos)
 * @param response the body, if this is an event of a stream
 * @param conversation all other fields, which are not read
 */
@BothSpellings
record WireCompletion(
        Stated<GenerationId> generationId,
        Stated<GenerationId> id,
        Stated<Creation> created,
        Stated<Creation> createdAt,
        Stated<ModelSlug> model,
        Stated<ProviderName> provider,
        Stated<WireChoices> choices,
        Stated<WireUsage> usage,
        Stated<WireCompletion> response,
        @JsonAnySetter Map<String, Skipped> conversation) {

    /** The time of creation: a Unix second in most APIs, ISO 8601 in some. */
    @JsonDeserialize(using = CreationDeserializer.class)
    record Creation(Instant at) {}

    /** Reads either form. */
    static final class CreationDeserializer extends ValueDeserializer<Creation> {

        @Override
        public Creation deserialize(JsonParser parser, DeserializationContext context) {
            return new Creation(Values.secondOrMoment(parser));
        }
    }
}
