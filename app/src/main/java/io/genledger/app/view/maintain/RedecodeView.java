package io.genledger.app.view.maintain;

import io.genledger.ports.usecase.maintain.RedecodeSummary;
import java.util.List;

/**
 * The answer of {@code redecode}.
 *
 * @param read number of entries whose documents were decoded again
 * @param revised number of those that became new revisions
 * @param undecodable number of documents that cannot be decoded any more
 * @param finished false if the run was interrupted
 * @param first the first documents that cannot be decoded, each with the reason
 */
public record RedecodeView(
        long read, long revised, long undecodable, boolean finished, List<String> first) {

    /** The view of {@code summary}. */
    public static RedecodeView of(RedecodeSummary summary, List<String> first) {
        return new RedecodeView(
                summary.read(),
                summary.revised(),
                summary.undecodable(),
                summary.finished(),
                List.copyOf(first));
    }
}
