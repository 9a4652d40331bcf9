package io.genledger.ports.usecase.collect;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.ledger.Recording;
import io.genledger.ports.queue.Claim;
import io.genledger.ports.queue.Settlement;
import io.genledger.ports.source.SourceRefusedException;
import io.genledger.ports.source.SourceUnavailableException;

/** The result of asking for one generation, before it is durable. */
sealed interface AttemptResult {

    /** The claim under which it was asked for. */
    Claim claim();

    /** Which generation was asked for. */
    default GenerationId id() {
        return claim().id();
    }

    /** The record, to be kept. */
    record Decoded(Claim claim, Recording recording) implements AttemptResult {}

    /** No record, but a settlement that is decided. */
    record Settled(
            Claim claim, CollectListener.Outcome outcome, String reason, Settlement settlement)
            implements AttemptResult {}

    /** Not settled yet: asking again may help. */
    sealed interface Failed extends AttemptResult {

        /** Why, for people. */
        String reason();
    }

    /** No answer came. */
    record Unavailable(Claim claim, SourceUnavailableException outage) implements Failed {

        @Override
        public String reason() {
            return String.valueOf(outage.getMessage());
        }
    }

    /** An answer came that cannot be read. */
    record Undecodable(Claim claim, String reason, MetadataDocument document) implements Failed {}

    /** Not settled: the source refuses every id. */
    record Refused(Claim claim, SourceRefusedException refusal) implements AttemptResult {}

    /** Not settled: Genledger itself failed, with a runtime exception or an error. */
    record Faulted(Claim claim, Throwable fault) implements AttemptResult {}

    /** Whether the source limited the rate of requests. */
    default boolean isRateLimited() {
        return this instanceof Unavailable no && no.outage().isRateLimited();
    }
}
