package io.genledger.adapter.json.completion;

import io.genledger.adapter.json.binding.Stated;
import io.genledger.domain.generation.GenerationId;

/**
 * A document that Genledger made of a completion's parts.
 *
 * @param genledger what it is made of
 * @param events the events of a stream that state the id or figures, in their order
 * @param generationId the id that the header of a saved response states
 * @param body the body of that response
 */
record WireMade(
        Stated<String> genledger,
        Stated<WireEvents> events,
        Stated<GenerationId> generationId,
        Stated<WireCompletion> body) {}
