package io.genledger.app.view.access;

import io.genledger.ports.access.Scope;
import io.genledger.ports.access.TokenName;
import io.genledger.ports.usecase.access.BegunSession;
import java.time.Instant;

/**
 * A browser's session, without its secret.
 *
 * @param name the name of the token with which it was begun
 * @param scope what it permits
 * @param expires the time at which it ends unless its token is revoked before
 */
public record SessionView(TokenName name, Scope scope, Instant expires) {

    /** The view of {@code session}. */
    public static SessionView of(BegunSession session) {
        return new SessionView(session.token().name(), session.token().scope(), session.expires());
    }
}
