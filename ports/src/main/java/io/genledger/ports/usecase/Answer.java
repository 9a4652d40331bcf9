package io.genledger.ports.usecase;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.Claim;
import io.genledger.ports.MetadataDocument;
import io.genledger.ports.Recording;
import io.genledger.ports.Settlement;
import io.genledger.ports.SourceRefusedException;
import io.genledger.ports.SourceUnavailableException;

/** What came of asking for one generation, before it is durable. */
sealed interface Answer {

    /** By which right it was asked for. */
    Claim claim();

    /** Which generation was asked for. */
    default GenerationId id() {
        return claim().id();
    }

    /** The record, to be kept. */
    record Read(Claim claim, Recording recording) implements Answer {}

    /** No record, but a verdict. */
    record Judged(Claim claim, CollectListener.Result result, String reason, Settlement settlement)
            implements Answer {}

    /** No verdict yet: asking again may help. */
    sealed interface Failed extends Answer {

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
    record Unreadable(Claim claim, String reason, MetadataDocument document) implements Failed {}

    /** No verdict: the source answers nobody. */
    record Refused(Claim claim, SourceRefusedException refusal) implements Answer {}

    /** No verdict: Genledger itself failed, with a runtime exception or an error. */
    record Broken(Claim claim, Throwable fault) implements Answer {}

    /** Whether the source asks to be left alone. */
    default boolean asksToSlowDown() {
        return this instanceof Unavailable no && no.outage().asksToSlowDown();
    }
}
