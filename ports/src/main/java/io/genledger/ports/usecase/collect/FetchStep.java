package io.genledger.ports.usecase.collect;

import io.genledger.domain.generation.Generation;
import io.genledger.domain.ledger.LedgerEntry;
import io.genledger.ports.document.MetadataDecoder;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.document.UndecodableDocumentException;
import io.genledger.ports.ledger.Recording;
import io.genledger.ports.queue.Claim;
import io.genledger.ports.source.GenerationSource;
import io.genledger.ports.source.SourceRefusedException;
import io.genledger.ports.source.SourceUnavailableException;

/**
 * Fetches and decodes the metadata of one generation. Safe for use by many threads. What it throws
 * is a fault of Genledger, not of the source.
 */
final class FetchStep {

    private final GenerationSource source;
    private final MetadataDecoder decoder;
    private final SettlementPolicy policy;

    FetchStep(GenerationSource source, MetadataDecoder decoder, SettlementPolicy policy) {
        this.source = source;
        this.decoder = decoder;
        this.policy = policy;
    }

    AttemptResult ask(Claim claim) {
        try {
            return source.fetch(claim.id())
                    .fold(
                            found -> decode(claim, found.document()),
                            missing -> policy.notFound(claim, missing.message()),
                            rejected -> policy.rejected(claim, rejected.message()));
        } catch (SourceUnavailableException outage) {
            return new AttemptResult.Unavailable(claim, outage);
        } catch (SourceRefusedException refusal) {
            return new AttemptResult.Refused(claim, refusal);
        }
    }

    private AttemptResult decode(Claim claim, MetadataDocument document) {
        try {
            Generation generation = decoder.decode(document);
            if (!generation.id().equals(claim.id())) {
                return policy.otherId(claim, generation.id(), document);
            }
            return statesACharge(generation)
                    ? new AttemptResult.Decoded(
                            claim, new Recording(LedgerEntry.of(generation), document))
                    : new AttemptResult.Undecodable(
                            claim,
                            "the answer states neither usage nor total_cost, one of which each"
                                    + " record has",
                            document);
        } catch (UndecodableDocumentException undecodable) {
            String place = undecodable.field().map(field -> "field " + field + ": ").orElse("");
            return new AttemptResult.Undecodable(
                    claim, "cannot read the answer: " + place + undecodable.reason(), document);
        }
    }

    /**
     * OpenRouter's records always state one of the two; a record without both is incomplete and is
     * asked for again.
     */
    private static boolean statesACharge(Generation generation) {
        return generation.charges().usage().isPresent()
                || generation.charges().totalCost().isPresent();
    }
}
