package io.genledger.app.view.intake;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.InputKind;
import java.util.Optional;

/**
 * What became of one document or id of a request.
 *
 * @param line the line of the body on which it begins, from 1; of a file in a container, of the
 *     file
 * @param kind the kind of document; empty for a bare id and for a rejected item
 * @param id the generation; empty if the item states none
 * @param reason why it was rejected; empty for every other outcome
 */
public record IntakeItemView(
        long line,
        Optional<InputKind> kind,
        Optional<GenerationId> id,
        IntakeOutcome outcome,
        Optional<String> reason) {

    /** The outcome of a document or id that was not rejected. */
    public IntakeItemView(
            long line, Optional<InputKind> kind, Optional<GenerationId> id, IntakeOutcome outcome) {
        this(line, kind, id, outcome, Optional.empty());
    }
}
