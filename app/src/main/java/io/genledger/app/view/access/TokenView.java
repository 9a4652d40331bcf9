package io.genledger.app.view.access;

import io.genledger.ports.access.AccessToken;
import io.genledger.ports.access.Scope;
import io.genledger.ports.access.TokenName;
import java.time.Instant;
import java.util.Optional;

/**
 * An access token, without its secret.
 *
 * @param name its name
 * @param scope what it permits
 * @param created the time of its creation
 * @param expires the time from which on it permits nothing; empty if it does not expire
 * @param expired whether it permits nothing any more
 */
public record TokenView(
        TokenName name, Scope scope, Instant created, Optional<Instant> expires, boolean expired) {

    /** The view of {@code token} at {@code now}. */
    public static TokenView of(AccessToken token, Instant now) {
        return new TokenView(
                token.name(), token.scope(), token.created(), token.expires(), !token.isLive(now));
    }
}
