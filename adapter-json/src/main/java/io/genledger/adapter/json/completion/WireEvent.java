package io.genledger.adapter.json.completion;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.genledger.adapter.json.binding.BothSpellings;
import io.genledger.adapter.json.binding.Skipped;
import io.genledger.adapter.json.binding.Stated;
import io.genledger.adapter.json.completion.WireCompletion.Creation;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.routing.ModelSlug;
import io.genledger.domain.routing.ProviderName;
import java.util.Map;

/**
 * An event in the stream of a completion: a chunk with the fields of a body, or an event of the
 * responses or messages API around one.
 *
 * @param message the body with which a message begins; its figures are not final (OPENROUTER.md
 *     §9.3)
 * @param response the body of a response
 * @param others all other fields, which are not read
 */
@BothSpellings
record WireEvent(
        Stated<GenerationId> id,
        Stated<Creation> created,
        Stated<ModelSlug> model,
        Stated<ProviderName> provider,
        Stated<WireChoices> choices,
        Stated<WireUsage> usage,
        Stated<WireCompletion> message,
        Stated<WireCompletion> response,
        @JsonAnySetter Map<String, Skipped> others) {

    /** The body that the event states, without the figures with which a message begins. */
    WireCompletion body() {
        return response.value()
                .or(() -> message.value().map(WireEvent::withoutUsage))
                .orElseGet(() ->
                        new WireCompletion(
                                Stated.absent(),
                                id,
                                created,
                                Stated.absent(),
                                model,
                                provider,
                                choices,
                                usage,
                                Stated.absent(),
                                Map.of()));
    }

    private static WireCompletion withoutUsage(WireCompletion body) {
        return new WireCompletion(
                body.generationId(),
                body.id(),
                body.created(),
                body.createdAt(),
                body.model(),
                body.provider(),
                body.choices(),
                Stated.absent(),
                Stated.absent(),
                Map.of());
    }
}
