package io.genledger.app.view.health;

import java.time.Instant;
import java.util.Optional;

/**
 * Work that a server does again and again.
 *
 * @param lastSuccess when it last succeeded; empty before the first time
 * @param failure why it failed the last time, for the user; empty if it did not
 */
public record TaskView(Optional<Instant> lastSuccess, Optional<String> failure) {

    /** Work that was not done yet. */
    public static final TaskView NEW = new TaskView(Optional.empty(), Optional.empty());

    /** This work after a success. */
    public TaskView succeeded(Instant at) {
        return new TaskView(Optional.of(at), Optional.empty());
    }

    /** This work after a failure. */
    public TaskView failed(String reason) {
        return new TaskView(lastSuccess, Optional.of(reason));
    }
}
