package io.genledger.ports.access;

import java.time.Instant;
import java.util.Optional;

/**
 * An access token of the server, without its secret.
 *
 * @param name its name
 * @param scope what it permits
 * @param created the time of its creation; to the microsecond
 * @param expires the time from which on it permits nothing, after {@code created}; to the
 *     microsecond; empty if it does not expire
 */
public record AccessToken(TokenName name, Scope scope, Instant created, Optional<Instant> expires) {

    /**
     * @throws IllegalArgumentException if it expires before or at its creation
     */
    public AccessToken {
        if (!expires.map(created::isBefore).orElse(true)) {
            throw new IllegalArgumentException("a token expires after its creation");
        }
    }

    /** Whether it is not expired at {@code now}. */
    public boolean isLive(Instant now) {
        return expires.map(now::isBefore).orElse(true);
    }
}
