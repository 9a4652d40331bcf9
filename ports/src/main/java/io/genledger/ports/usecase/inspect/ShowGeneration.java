package io.genledger.ports.usecase.inspect;

import io.genledger.domain.cost.PlanHistory;
import io.genledger.domain.finding.Assessment;
import io.genledger.domain.finding.Expectations;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.metrics.DerivedFigures;
import io.genledger.ports.document.MetadataDecoder;
import io.genledger.ports.ledger.Ledger;
import io.genledger.ports.ledger.Revision;
import java.util.Optional;

/**
 * Shows one kept generation. It is read from the archived document each time, so that it shows
 * every digit, and whatever newer rules and fields make of it.
 */
public final class ShowGeneration {

    private final Ledger ledger;
    private final MetadataDecoder decoder;
    private final PlanHistory plans;

    /**
     * Shows what {@code ledger} keeps.
     *
     * @param plans what the account has agreed with OpenRouter, and when
     */
    public ShowGeneration(Ledger ledger, MetadataDecoder decoder, PlanHistory plans) {
        this.ledger = ledger;
        this.decoder = decoder;
        this.plans = plans;
    }

    /**
     * The generation, if it is kept.
     *
     * @throws io.genledger.ports.ledger.LedgerUnavailableException if the ledger cannot be read
     * @throws io.genledger.ports.document.UndecodableDocumentException if the archived document
     *     cannot be read by this decoder
     */
    public Optional<Shown> show(GenerationId id) {
        return ledger.find(id).map(this::shown);
    }

    /**
     * What the ledger holds of the generation, if it is kept; nobody reads the document.
     *
     * @throws io.genledger.ports.ledger.LedgerUnavailableException if the ledger cannot be read
     */
    public Optional<Revision> find(GenerationId id) {
        return ledger.find(id);
    }

    private Shown shown(Revision kept) {
        Generation generation = decoder.decode(kept.document());
        Assessment assessment =
                Assessment.of(
                        generation,
                        Expectations.STANDARD
                                .withPlans(plans)
                                .withRequested(kept.document().requested()));
        return new Shown(
                kept, generation, assessment, DerivedFigures.of(generation, assessment.spend()));
    }

    /**
     * All there is to show.
     *
     * @param kept what the ledger holds, with the original document
     * @param generation the record
     * @param assessment what the rules say about it
     * @param figures what follows from it
     */
    public record Shown(
            Revision kept, Generation generation, Assessment assessment, DerivedFigures figures) {}
}
