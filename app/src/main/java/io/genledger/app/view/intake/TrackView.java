package io.genledger.app.view.intake;

import io.genledger.ports.queue.PendingGenerations.Tracked;

/**
 * The answer of {@code track}: ids by their state before.
 *
 * @param added number of ids that are new in the queue
 * @param pending number of ids that were pending already
 * @param recorded number of ids that were recorded already
 * @param givenUp number of ids that were given up or refused before; {@code retry} requeues them
 */
public record TrackView(long added, long pending, long recorded, long givenUp) {

    /** The view of {@code tracked}. */
    public static TrackView of(Tracked tracked) {
        return new TrackView(
                tracked.added(), tracked.pending(), tracked.recorded(), tracked.givenUp());
    }
}
