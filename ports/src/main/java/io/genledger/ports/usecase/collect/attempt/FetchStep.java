package io.genledger.ports.usecase.collect.attempt;

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
 * Fetches and decodes the metadata of one claimed id. Thread-safe. An exception from it is a fault
 * of Genledger, not of the source.
 */
public final class FetchStep {

    private final GenerationSource source;
    private final MetadataDecoder decoder;
    private final SettlementPolicy policy;

    /** Fetches from {@code source}; {@code policy} settles ids without a record. */
    public FetchStep(GenerationSource source, MetadataDecoder decoder, SettlementPolicy policy) {
        this.source = source;
        this.decoder = decoder;
        this.policy = policy;
    }

    /** The result of one request for the id of {@code claim}. */
    public AttemptResult fetch(Claim claim) {
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
                            claim, "the record states neither usage nor total_cost", document);
        } catch (UndecodableDocumentException undecodable) {
            String place = undecodable.field().map(field -> "field " + field + ": ").orElse("");
            return new AttemptResult.Undecodable(
                    claim, "cannot decode the document: " + place + undecodable.reason(), document);
        }
    }

    /**
     * Each of OpenRouter's records states one of the two (OPENROUTER.md §3.1, §3.10). A record with
     * neither is incomplete, so its id is fetched again.
     */
    private static boolean statesACharge(Generation generation) {
        return generation.charges().usage().isPresent()
                || generation.charges().totalCost().isPresent();
    }
}
