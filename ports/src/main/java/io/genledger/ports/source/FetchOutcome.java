package io.genledger.ports.source;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.MetadataDocument;
import java.util.function.Function;

/** The outcome of a fetch from a source that is available. */
public sealed interface FetchOutcome {

    /**
     * The source returned a document.
     *
     * @param document the metadata as received
     */
    record Found(MetadataDocument document) implements FetchOutcome {}

    /**
     * The source has no record of the id: not yet, not for this key, or not at all. The response
     * does not distinguish these cases (OPENROUTER.md §1.2).
     *
     * @param id the requested id
     * @param message the source's message, for the user
     */
    record NotFound(GenerationId id, String message) implements FetchOutcome {}

    /**
     * The source rejects this id for good (OPENROUTER.md §1.2); other ids are not affected.
     *
     * @param id the requested id
     * @param message the source's message, for the user
     */
    record Rejected(GenerationId id, String message) implements FetchOutcome {}

    /** Applies the function of this case and returns its result. */
    default <R> R fold(
            Function<Found, R> found,
            Function<NotFound, R> notFound,
            Function<Rejected, R> rejected) {
        if (this instanceof Found document) {
            return found.apply(document);
        }
        return this instanceof NotFound none
                ? notFound.apply(none)
                : rejected.apply((Rejected) this);
    }
}
