package io.genledger.adapter.json.value;

import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.generation.GenerationIdScanner;
import java.util.Optional;

/** Ids in OpenRouter's shapes (OPENROUTER.md §2.1). */
public final class Ids {

    private Ids() {}

    /**
     * The id that is the whole of {@code text}; empty if {@code text} has none of OpenRouter's
     * shapes, e.g. because a suffix names a span of the generation.
     */
    public static Optional<GenerationId> whole(String text) {
        return GenerationIdScanner.idsIn(text).stream()
                .filter(id -> id.value().equals(text))
                .findFirst();
    }
}
