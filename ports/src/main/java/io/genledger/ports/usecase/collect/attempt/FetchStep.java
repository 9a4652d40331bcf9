package io.genledger.ports.usecase.collect.attempt;

import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.ledger.LedgerEntry;
import io.genledger.ports.document.MetadataDecoder;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.document.UndecodableDocumentException;
import io.genledger.ports.source.GenerationSource;
import io.genledger.ports.source.SourceRefusedException;
import io.genledger.ports.source.SourceUnavailableException;
import io.genledger.ports.usecase.collect.policy.FetchResult;

/** Fetches the document of one id and decodes it. Thread-safe. */
public final class FetchStep {

    private final GenerationSource source;
    private final MetadataDecoder decoder;

    /** Fetches from {@code source} and decodes by {@code decoder}. */
    public FetchStep(GenerationSource source, MetadataDecoder decoder) {
        this.source = source;
        this.decoder = decoder;
    }

    /** The result of one request for {@code id}; every exception and error becomes one. */
    public FetchResult fetch(GenerationId id) {
        try {
            return source.fetch(id)
                    .fold(
                            found -> decode(id, found.document()),
                            missing -> new FetchResult.NotFound(missing.message()),
                            rejected -> new FetchResult.Rejected(rejected.message()));
        } catch (SourceUnavailableException outage) {
            return new FetchResult.Unavailable(outage);
        } catch (SourceRefusedException refusal) {
            return new FetchResult.Refused(refusal);
        } catch (RuntimeException | Error fault) {
            // Without a result, the collecting thread would wait for ever.
            return new FetchResult.Faulted(fault);
        }
    }

    private FetchResult decode(GenerationId id, MetadataDocument document) {
        try {
            Generation generation = decoder.decode(document);
            if (!generation.id().equals(id)) {
                return new FetchResult.OtherId(generation.id(), document);
            }
            return statesACharge(generation)
                    ? new FetchResult.Decoded(LedgerEntry.of(generation), document)
                    : new FetchResult.Undecodable(
                            "the record states neither usage nor total_cost", document);
        } catch (UndecodableDocumentException undecodable) {
            String place = undecodable.field().map(field -> "field " + field + ": ").orElse("");
            return new FetchResult.Undecodable(
                    "cannot decode the document: " + place + undecodable.reason(), document);
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
