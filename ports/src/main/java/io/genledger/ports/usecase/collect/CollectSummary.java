package io.genledger.ports.usecase.collect;

import io.genledger.ports.source.SourceRefusedException;
import io.genledger.ports.source.SourceUnavailableException;
import java.util.Optional;

/**
 * Counts of one run of {@link CollectGenerations}, in generations by their last outcome.
 *
 * @param recorded new in the ledger
 * @param revised became a new revision
 * @param unchanged equal to the recorded revision
 * @param notReady not known to the source yet; still pending
 * @param givenUp not fetched again
 * @param failed could not be fetched or decoded; still pending
 * @param refusal why the source refused the run; empty if it did not. All other ids stay pending
 * @param outage why ids are still pending although they were due; empty if the source was available
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

    /** The summary of a run without outcomes. */
    public static final CollectSummary NOTHING =
            new CollectSummary(0, 0, 0, 0, 0, 0, Optional.empty(), Optional.empty());

    /** Whether the source refused the run: key, credit or permission is missing. */
    public boolean isRefused() {
        return refusal.isPresent();
    }

    /** Whether ids are still pending because the source was unavailable or limited the rate. */
    public boolean isUnavailable() {
        return outage.isPresent();
    }

    /** Whether an id was given up, or could not be fetched or decoded. */
    public boolean hasGivenUpOrFailed() {
        return givenUp + failed > 0;
    }

    /** How many ids have an outcome other than a record: not ready, given up or failed. */
    public long withoutRecord() {
        return notReady + givenUp + failed;
    }

    /** How many generations have {@code outcome}. */
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
