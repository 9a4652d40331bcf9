package io.genledger.ports.report;

import io.genledger.domain.generation.GenerationId;
import java.util.List;

/** A generation that was named is not in the ledger, or in several ones. */
public final class UnknownGenerationException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private UnknownGenerationException(String message) {
        super(message);
    }

    /** There is no {@code id}. */
    public UnknownGenerationException(GenerationId id) {
        this("generation " + id.value() + " is not in the ledger");
    }

    /** Several ledgers have {@code id}, so that a page after it would lack or repeat rows. */
    public static UnknownGenerationException ofSeveral(GenerationId id, List<String> ledgers) {
        return new UnknownGenerationException(
                "generation %s is in several ledgers (%s): list one of them with --ledger"
                        .formatted(id.value(), String.join(", ", ledgers)));
    }
}
