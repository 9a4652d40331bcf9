package io.genledger.ports.usecase.collect;

import io.genledger.ports.source.SourceRefusedException;
import io.genledger.ports.source.SourceUnavailableException;
import java.util.Optional;

/**
 * What a collection did, in numbers of generations.
 *
 * @param recorded became a generation of the ledger
 * @param revised became a new revision of one
 * @param unchanged said what was kept already
 * @param notReady are not there yet and stay pending
 * @param givenUp will not be asked for again
 * @param failed could not be fetched or read this time and stay pending
 * @param refusal why the source refused to go on, if it did; all that was left stays pending
 * @param outage why generations could not be fetched, if the source was out of reach; they stay
 *     pending
 */
public record CollectSummary(
        long recorded,
        long revised,
        long unchanged,
        long notReady,
        long givenUp,
        long failed,
        Optional<SourceRefusedException> refusal,
        Optional<SourceUnavailableException> outage) {

    /** Before anything was done. */
    public static final CollectSummary NOTHING =
            new CollectSummary(0, 0, 0, 0, 0, 0, Optional.empty(), Optional.empty());

    /** How many generations have this outcome. */
    public long count(CollectListener.Outcome outcome) {
        return switch (outcome) {
            case RECORDED -> recorded;
            case REVISED -> revised;
            case UNCHANGED -> unchanged;
            case NOT_READY -> notReady;
            case GIVEN_UP -> givenUp;
            case FAILED -> failed;
        };
    }
}
