package io.genledger.app.view.intake;

import io.genledger.ports.queue.PendingGenerations.Tracked;
import io.genledger.ports.usecase.track.TailSummary;

/**
 * The answer of {@code follow}: ids by their state before, and files that were not read.
 *
 * @param added number of ids that are new in the queue
 * @param pending number of ids that were pending already
 * @param recorded number of ids that were recorded already
 * @param givenUp number of ids that were given up or refused before
 * @param lost number of files that were rotated away before they were read to their end
 * @param unreadable number of files that could not be read when the command ended
 */
public record FollowView(
        long added, long pending, long recorded, long givenUp, int lost, int unreadable) {

    /** The view of {@code summary}. */
    public static FollowView of(TailSummary summary) {
        Tracked tracked = summary.tracked();
        return new FollowView(
                tracked.added(),
                tracked.pending(),
                tracked.recorded(),
                tracked.givenUp(),
                summary.lost(),
                summary.unreadable().size());
    }
}
