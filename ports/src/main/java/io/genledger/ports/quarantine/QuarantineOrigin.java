package io.genledger.ports.quarantine;

import io.genledger.domain.generation.GenerationId;
import java.util.Optional;
import java.util.function.Function;

/** Where a quarantined document came from. */
public sealed interface QuarantineOrigin {

    /**
     * The source returned it for an id.
     *
     * @param id the requested id
     */
    record Fetched(GenerationId id) implements QuarantineOrigin {}

    /**
     * An import read it.
     *
     * @param file the file, as the user named it at the last import
     * @param line line of the fault in the file, from 1
     * @param field the field that cannot be decoded, as OpenRouter spells it; empty if the fault is
     *     not in one field
     */
    record Imported(String file, long line, Optional<String> field) implements QuarantineOrigin {}

    /** Applies the function of this case and returns its result. */
    default <R> R fold(Function<Fetched, R> fetched, Function<Imported, R> imported) {
        return this instanceof Fetched answer
                ? fetched.apply(answer)
                : imported.apply((Imported) this);
    }
}
