package io.genledger.adapter.json.completion;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.genledger.adapter.json.binding.Skipped;
import io.genledger.adapter.json.binding.Stated;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.routing.ModelSlug;
import io.genledger.domain.routing.ProviderName;
import java.util.Map;

/**
 * The body of a completion, the last chunk of its stream, or the last event of the stream of the
 * responses API. The APIs have different names for one figure; of those the document has, the
 * mapper takes the best.
 *
 * @param generationId the id of the generation, where {@code id} is that of a job (videos)
 * @param response the body, if this is an event
 * @param conversation everything else, which is not read
 */
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
        @JsonAnySetter Map<String, Skipped> conversation) {}
