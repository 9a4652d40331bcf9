package io.genledger.ports.usecase.inspect;

import io.genledger.domain.cost.AccountPlans;
import io.genledger.domain.finding.AccountExpectations;
import io.genledger.domain.finding.Assessment;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.metrics.DerivedFigures;
import io.genledger.ports.document.MetadataDecoder;
import io.genledger.ports.ledger.Ledger;
import io.genledger.ports.ledger.Revision;
import java.util.Map;
import java.util.Optional;

/**
 * Shows one recorded generation with its cost. The archived document is decoded each time, so that
 * every digit is shown and newer rules and fields apply.
 */
public final class ShowGeneration {

    private final Ledger ledger;
    private final MetadataDecoder decoder;
    private final MeterAllowance meter;
    private final AccountPlans plans;

    /**
     * Shows generations of {@code ledger}.
     *
     * @param meter counts the BYOK calls that use the allowances of its accounts
     * @param plans the BYOK plans of its accounts
     */
    public ShowGeneration(
            Ledger ledger, MetadataDecoder decoder, MeterAllowance meter, AccountPlans plans) {
        this.ledger = ledger;
        this.decoder = decoder;
        this.meter = meter;
        this.plans = plans;
    }

    /**
     * The generation; empty if it is not recorded.
     *
     * @throws io.genledger.ports.ledger.LedgerUnavailableException if the ledger cannot be read
     * @throws io.genledger.ports.document.UndecodableDocumentException if the archived document
     *     cannot be decoded
     */
    public Optional<Shown> show(GenerationId id) {
        return ledger.find(id).map(this::shown);
    }

    /**
     * The newest revision, with the document not decoded; empty if the id is not recorded.
     *
     * @throws io.genledger.ports.ledger.LedgerUnavailableException if the ledger cannot be read
     */
    public Optional<Revision> find(GenerationId id) {
        return ledger.find(id);
    }

    private Shown shown(Revision revision) {
        Generation generation = decoder.decode(revision.document());
        Assessment assessment =
                Assessment.of(
                        generation,
                        accounts(generation)
                                .of(revision.account())
                                .withRequested(revision.document().requested()));
        return new Shown(
                revision,
                generation,
                assessment,
                DerivedFigures.of(generation, assessment.spend()));
    }

    /** Counts the calls of its month only for a BYOK call. */
    private AccountExpectations accounts(Generation generation) {
        return generation.charges().usedByok()
                ? meter.monthOf(generation.created().at(), plans, Optional.empty())
                : new AccountExpectations(plans, Map.of());
    }

    /**
     * A recorded generation with all that is derived from it.
     *
     * @param revision the newest revision, with the archived document
     * @param generation the decoded document
     * @param assessment its spend, cost breakdown and findings
     * @param figures its derived figures
     */
    public record Shown(
            Revision revision,
            Generation generation,
            Assessment assessment,
            DerivedFigures figures) {}
}
