package io.genledger.app.view.feed;

import io.genledger.ports.queue.Backlog;

/**
 * The queue by state.
 *
 * @param pending number of ids whose records are still to be requested
 * @param claimed number of ids that are being requested
 * @param givenUp number of ids that are not requested again
 * @param refused number of ids that the source rejected
 */
public record LiveQueueView(long pending, long claimed, long givenUp, long refused) {

    /** The view of {@code backlog}. */
    public static LiveQueueView of(Backlog backlog) {
        return new LiveQueueView(
                backlog.due() + backlog.later(),
                backlog.claimed(),
                backlog.givenUp(),
                backlog.refused());
    }
}
