package io.genledger.ports.usecase.track;

import io.genledger.ports.queue.PendingGenerations.Tracked;
import io.genledger.ports.tail.TailedText.Change;
import java.io.IOException;

/** Watches growing texts being followed. Called by one thread. */
public interface FollowListener {

    /** Something else happened to a text than growing. */
    void changed(String name, Change change);

    /**
     * A text cannot be read now; told once for each reason, while it is tried again and again.
     *
     * @param why what the system said
     */
    default void unreadable(String name, IOException why) {}

    /** A text that could not be read can be read again. */
    default void readable(String name) {}

    /** Ids of a text are acknowledged. */
    void tracked(String name, Tracked tracked);

    /**
     * The ledger cannot be used now, because somebody else uses it or it is out of reach. It is
     * tried again and again; told once for each reason.
     *
     * @param reason what was in the way, for people
     */
    default void ledgerUnavailable(String reason) {}

    /** There was nothing to read for a moment; called again and again. */
    void waits();
}
