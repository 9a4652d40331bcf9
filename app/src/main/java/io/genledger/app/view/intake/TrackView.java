package io.genledger.app.view.intake;

import io.genledger.ports.queue.PendingGenerations.Tracked;

/**
 * The answer of {@code track}: ids by what the ledger knew of them.
 *
 * @param added how many are new in the queue
 * @param pending how many were pending already
 * @param recorded how many had their record already
 * @param givenUp how many had been given up or refused; {@code retry} requeues them
 */
public record TrackView(long added, long pending, long recorded, long givenUp) {

    /** The view of {@code tracked}. */
    public static TrackView of(Tracked tracked) {
        return new TrackView(
                tracked.added(), tracked.pending(), tracked.recorded(), tracked.givenUp());
    }
}
