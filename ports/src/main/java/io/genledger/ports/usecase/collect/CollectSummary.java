package io.genledger.ports.usecase.collect;

import io.genledger.domain.report.SpendTotals;
import io.genledger.ports.queue.Outcome;
import io.genledger.ports.source.SourceRefusedException;
import io.genledger.ports.source.SourceUnavailableException;
import java.util.Map;
import java.util.Optional;

/**
 * The result of one run of {@link CollectGenerations}.
 *
 * @param counts number of generations by their last outcome; an outcome of none is absent
 * @param spend sums of the records that are new or replaced inline usage. Changed records are left
 *     out, because an earlier run recorded most of their spend
 * @param refusal why the source refused the run; empty if it did not. All other ids stay pending
 * @param outage why ids are still pending although they were due; empty if the source was available
 * @param timedOut whether the run ended at the timeout of its plan, with ids still pending
 */
public record CollectSummary(
        Map<Outcome, Long> counts,
        SpendTotals spend,
        Optional<SourceRefusedException> refusal,
        Optional<SourceUnavailableException> outage,
        boolean timedOut) {

    /** The summary of a run without outcomes. */
    public static final CollectSummary NOTHING =
            new CollectSummary(
                    Map.of(), SpendTotals.NONE, Optional.empty(), Optional.empty(), false);

    /** Copies the counts. */
    public CollectSummary {
        counts = Map.copyOf(counts);
    }

    /** How many generations have {@code outcome}; 0 or more. */
    public long count(Outcome outcome) {
        return counts.getOrDefault(outcome, 0L);
    }

    /** Whether the source refused the run: key, credit or permission is missing. */
    public boolean isRefused() {
        return refusal.isPresent();
    }

    /** Whether ids are still pending because the source was unavailable or limited the rate. */
    public boolean isUnavailable() {
        return outage.isPresent();
    }
}
