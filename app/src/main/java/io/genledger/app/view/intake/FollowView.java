package io.genledger.app.view.intake;

import io.genledger.ports.queue.PendingGenerations.Tracked;

/**
 * The answer of {@code follow}: ids by what the ledger knew of them, and files that were not read.
 *
 * @param added how many ids are new in the queue
 * @param pending how many ids were pending already
 * @param recorded how many ids had their record already
 * @param givenUp how many ids had been given up or refused
 * @param lost how many files were rotated away before they were read to their end
 * @param unreadable how many files could not be read when the command ended
 */
public record FollowView(
        long added, long pending, long recorded, long givenUp, int lost, int unreadable) {

    /** The view of {@code tracked}. */
    public static FollowView of(Tracked tracked, int lost, int unreadable) {
        return new FollowView(
                tracked.added(),
                tracked.pending(),
                tracked.recorded(),
                tracked.givenUp(),
                lost,
                unreadable);
    }
}
