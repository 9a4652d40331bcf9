package io.genledger.app.cli.render.sheet;

import java.util.Optional;

/** How far the figures of a generation can be relied on. */
final class TrustText {

    private TrustText() {}

    /** The words for provisional figures; empty for those of a record. */
    static Optional<String> of(boolean inline, boolean mayIncludeWorkers) {
        return mayIncludeWorkers
                ? Optional.of(
                        (inline ? "provisional, inline usage of the completion" : "provisional")
                                + "; they may include workers, until its own record comes")
                : Optional.empty();
    }
}
