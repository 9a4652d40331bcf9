package io.genledger.ports.usecase;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.Recording;
import io.genledger.ports.Settlement;
import io.genledger.ports.SourceRefusedException;
import io.genledger.ports.SourceUnavailableException;
import java.util.Optional;

/** What came of asking for one generation, before it is durable. */
sealed interface Answer {

    /** Which generation was asked for. */
    GenerationId id();

    /** The record, to be kept. */
    record Read(GenerationId id, Recording recording) implements Answer {}

    /** No record, but a verdict. */
    record Judged(
            GenerationId id,
            CollectListener.Result result,
            String reason,
            Settlement settlement,
            Optional<SourceUnavailableException> outage)
            implements Answer {}

    /** No verdict: the source answers nobody. */
    record Refused(GenerationId id, SourceRefusedException refusal) implements Answer {}

    /** No verdict: Genledger itself failed, with a runtime exception or an error. */
    record Broken(GenerationId id, Throwable fault) implements Answer {}
}
