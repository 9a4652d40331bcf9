package io.genledger.ports;

import io.genledger.domain.generation.GenerationId;
import java.time.Instant;
import java.util.function.Function;

/** What was learnt about a claimed id that could not be recorded. */
public sealed interface Settlement {

    /** Which id. */
    GenerationId id();

    /**
     * It is to be asked for again.
     *
     * @param id which one
     * @param due when
     * @param answer what the attempt brought, for people
     */
    record Later(GenerationId id, Instant due, String answer) implements Settlement {}

    /**
     * It will not be asked for again unless it is tracked anew.
     *
     * @param id which one
     * @param reason why, for people
     */
    record GivenUp(GenerationId id, String reason) implements Settlement {}

    /**
     * It was not asked for after all, and is due as before.
     *
     * @param id which one
     */
    record Released(GenerationId id) implements Settlement {}

    /** Answers for each of the cases; a new one would not compile. */
    default <R> R fold(
            Function<Later, R> later,
            Function<GivenUp, R> givenUp,
            Function<Released, R> released) {
        if (this instanceof Later again) {
            return later.apply(again);
        }
        return this instanceof GivenUp over ? givenUp.apply(over) : released.apply((Released) this);
    }
}
