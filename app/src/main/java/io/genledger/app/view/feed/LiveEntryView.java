package io.genledger.app.view.feed;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.ledger.LedgerChanges.Change;

/**
 * A generation that was recorded or corrected.
 *
 * @param number the number of its entry, which grows; 1 or more
 */
public record LiveEntryView(long number, GenerationId id) {

    /** The view of {@code change}. */
    public static LiveEntryView of(Change change) {
        return new LiveEntryView(change.number(), change.id());
    }
}
