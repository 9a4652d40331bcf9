package io.genledger.ports.report;

import io.genledger.domain.generation.GenerationId;

/** A generation that was named is not in the ledger. */
public final class UnknownGenerationException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** There is no {@code id}. */
    public UnknownGenerationException(GenerationId id) {
        super("generation " + id.value() + " is not in the ledger");
    }
}
