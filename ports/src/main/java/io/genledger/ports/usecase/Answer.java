package io.genledger.ports.usecase;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.Claim;
import io.genledger.ports.Recording;
import io.genledger.ports.Settlement;
import io.genledger.ports.SourceRefusedException;
import io.genledger.ports.SourceUnavailableException;
import java.util.Optional;

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
    record Judged(
            Claim claim,
            CollectListener.Result result,
            String reason,
            Settlement settlement,
            Optional<SourceUnavailableException> outage)
            implements Answer {}

    /** No verdict: the source answers nobody. */
    record Refused(Claim claim, SourceRefusedException refusal) implements Answer {}

    /** No verdict: Genledger itself failed, with a runtime exception or an error. */
    record Broken(Claim claim, Throwable fault) implements Answer {}
}
