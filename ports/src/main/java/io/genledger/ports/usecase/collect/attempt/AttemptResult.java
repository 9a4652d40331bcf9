package io.genledger.ports.usecase.collect.attempt;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.ledger.Recording;
import io.genledger.ports.queue.Claim;
import io.genledger.ports.queue.Settlement;
import io.genledger.ports.source.SourceRefusedException;
import io.genledger.ports.source.SourceUnavailableException;

/** The result of fetching and decoding one id, before its claim is settled. */
public sealed interface AttemptResult {

    /** The claim under which the id was fetched. */
    Claim claim();

    /** The id that was fetched. */
    default GenerationId id() {
        return claim().id();
    }

    /** Whether the source limited the rate of requests. */
    default boolean isRateLimited() {
        return this instanceof Unavailable down && down.outage().isRateLimited();
    }

    /** The record of the id. */
    record Decoded(Claim claim, Recording recording) implements AttemptResult {}

    /**
     * A settlement without a record.
     *
     * @param settlement how the claim is settled
     * @param reason why, for the user
     */
    record Settled(Settlement settlement, String reason) implements AttemptResult {

        @Override
        public Claim claim() {
            return settlement.claim();
        }
    }

    /** A failure that a retry may repair. */
    sealed interface Failed extends AttemptResult {

        /** Why, for the user. */
        String reason();
    }

    /** The source was unavailable, or limited the rate. */
    record Unavailable(Claim claim, SourceUnavailableException outage) implements Failed {

        @Override
        public String reason() {
            return String.valueOf(outage.getMessage());
        }
    }

    /** The source returned a document that cannot be decoded. */
    record Undecodable(Claim claim, String reason, MetadataDocument document) implements Failed {}

    /** The source refuses every id, so this claim is released unsettled. */
    record Refused(Claim claim, SourceRefusedException refusal) implements AttemptResult {}

    /** Genledger itself failed, with a runtime exception or an error. */
    record Faulted(Claim claim, Throwable fault) implements AttemptResult {}
}
