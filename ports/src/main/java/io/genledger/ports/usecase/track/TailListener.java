package io.genledger.ports.usecase.track;

import io.genledger.ports.queue.PendingGenerations.Tracked;
import io.genledger.ports.tail.TailedText.Change;
import java.io.IOException;

/** Receives the events of {@link TrackTailedTexts}. Called by one thread. */
public interface TailListener {

    /** A text was opened, rotated, truncated or lost. */
    void changed(String name, Change change);

    /**
     * A text cannot be read now; it is tried again. Called once for each reason.
     *
     * @param failure the error of the operating system
     */
    default void unreadable(String name, IOException failure) {}

    /** A text that was unreadable is readable again. */
    default void readable(String name) {}

    /** The ids in a piece of a text were tracked, durably. */
    void tracked(String name, Tracked tracked);

    /**
     * The ledger is unavailable, because another process uses it or it cannot be reached. It is
     * tried again. Called once for each reason.
     *
     * @param reason why, for the user
     */
    default void ledgerUnavailable(String reason) {}

    /** No text has grown since the last look; called at each look. */
    void idle();
}
