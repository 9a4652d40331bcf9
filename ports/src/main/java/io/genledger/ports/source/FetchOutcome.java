package io.genledger.ports.source;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.MetadataDocument;
import java.util.function.Function;

/** What a source can answer when it was asked for a generation and is in order. */
public sealed interface FetchOutcome {

    /**
     * Here it is.
     *
     * @param document the metadata as received
     */
    record Found(MetadataDocument document) implements FetchOutcome {}

    /**
     * The source knows no such generation: not yet, or not for this key, or not at all. The answer
     * does not tell which.
     *
     * @param id the generation asked for
     * @param message what the source said
     */
    record NotFound(GenerationId id, String message) implements FetchOutcome {}

    /**
     * The source will not answer for this id, now or later; other ids are not affected.
     *
     * @param id the generation asked for
     * @param message what the source said
     */
    record Rejected(GenerationId id, String message) implements FetchOutcome {}

    /** Answers for each of the cases; a new one would not compile. */
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
