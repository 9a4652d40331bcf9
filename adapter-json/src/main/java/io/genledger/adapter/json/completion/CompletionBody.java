package io.genledger.adapter.json.completion;

import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import java.util.Optional;

/** The body of a completion that was read. */
public final class CompletionBody {

    private final CompletionMapper mapper;

    CompletionBody(CompletionMapper mapper) {
        this.mapper = mapper;
    }

    /** The id of its generation; empty if the body states none. */
    public Optional<GenerationId> id() {
        return mapper.statedId();
    }

    /** Whether another gateway or a reseller made the body, whose price is not OpenRouter's. */
    public boolean isOfAnotherGateway() {
        return mapper.isOfAnotherGateway();
    }

    /** Whether the body states any figure. */
    public boolean hasFigures() {
        return mapper.hasFigures();
    }

    /** The generation; its figures are unknown if the body states none. */
    public Generation generation() {
        return mapper.generation(false);
    }
}
