package io.genledger.ports.usecase.track;

import io.genledger.ports.queue.PendingGenerations.Tracked;
import java.util.Set;

/**
 * Counts of one run of {@link TrackTailedTexts}.
 *
 * @param tracked the tracked ids by their state before
 * @param lost how often the unread part of a rotated text was not found; 0 or more
 * @param unreadable names of the texts that could not be read at the last look
 */
public record TailSummary(Tracked tracked, int lost, Set<String> unreadable) {

    /** Copies the names. */
    public TailSummary {
        unreadable = Set.copyOf(unreadable);
    }

    /** Whether every text was read without a loss. */
    public boolean isComplete() {
        return lost == 0 && unreadable.isEmpty();
    }
}
