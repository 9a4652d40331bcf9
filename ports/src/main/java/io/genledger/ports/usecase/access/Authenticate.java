package io.genledger.ports.usecase.access;

import io.genledger.ports.access.AccessSecret;
import io.genledger.ports.access.AccessSessions;
import io.genledger.ports.access.AccessToken;
import io.genledger.ports.access.AccessTokens;
import io.genledger.ports.access.SessionSecret;
import io.genledger.ports.access.TokenSecret;
import io.genledger.ports.ledger.LedgerUnavailableException;
import java.time.InstantSource;
import java.util.Optional;

/** Finds the access token by which a request is made. Thread-safe. */
public final class Authenticate {

    private final AccessTokens tokens;
    private final AccessSessions sessions;
    private final InstantSource clock;

    public Authenticate(AccessTokens tokens, AccessSessions sessions, InstantSource clock) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * The live token whose secret is {@code secret}.
     *
     * @param secret what a request states, in any form
     * @return empty if it is no secret of a live token
     * @throws LedgerUnavailableException if the ledger cannot be read
     */
    public Optional<AccessToken> byToken(String secret) {
        return TokenSecret.parse(secret)
                .map(AccessSecret::digest)
                .flatMap(digest -> tokens.find(digest, clock.instant()));
    }

    /**
     * The live token of the live session whose secret is {@code secret}.
     *
     * @param secret what a request states, in any form
     * @return empty if it is no secret of a live session
     * @throws LedgerUnavailableException if the ledger cannot be read
     */
    public Optional<AccessToken> bySession(String secret) {
        return SessionSecret.parse(secret)
                .map(AccessSecret::digest)
                .flatMap(digest -> sessions.find(digest, clock.instant()));
    }
}
