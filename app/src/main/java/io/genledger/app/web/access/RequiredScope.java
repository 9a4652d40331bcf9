package io.genledger.app.web.access;

import io.genledger.ports.access.Scope;
import java.util.Optional;

/** What a caller must be allowed to do for a route. */
public enum RequiredScope {
    /** Nothing: the route tells nothing of the ledger. */
    NONE(Optional.empty()),
    /** To read the ledger. */
    READ(Optional.of(Scope.READ)),
    /** To add to the ledger and its queue. */
    WRITE(Optional.of(Scope.WRITE)),
    /** To manage the server. */
    ADMIN(Optional.of(Scope.ADMIN));

    private final Optional<Scope> scope;

    RequiredScope(Optional<Scope> scope) {
        this.scope = scope;
    }

    /** The scope; empty if the route requires no token. */
    Optional<Scope> scope() {
        return scope;
    }
}
