package io.genledger.app.view.health;

import java.util.Optional;

/**
 * One check of a server's health.
 *
 * @param name what is checked: ledger, schema, queue, collector, broadcast, follow, alerts, lake or
 *     housekeeping
 * @param state the result
 * @param reason what is wrong, or why it is unused, for people; empty if it is {@code ok}
 */
public record CheckView(String name, State state, Optional<String> reason) {

    /** The result of a check. */
    public enum State {
        /** It works. */
        OK,
        /** It is switched off, or was never used. */
        UNUSED,
        /** A person should look at it; requests are answered nevertheless. */
        WARNING,
        /** Requests cannot be answered. */
        FAILED
    }

    static CheckView ok(String name) {
        return new CheckView(name, State.OK, Optional.empty());
    }

    static CheckView unused(String name, String reason) {
        return new CheckView(name, State.UNUSED, Optional.of(reason));
    }

    static CheckView failed(String name, String reason) {
        return new CheckView(name, State.FAILED, Optional.of(reason));
    }

    /** A warning for {@code reason}; ok without any. */
    static CheckView warning(String name, Optional<String> reason) {
        return reason.isEmpty() ? ok(name) : new CheckView(name, State.WARNING, reason);
    }
}
