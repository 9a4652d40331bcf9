package io.genledger.ports.usecase.access;

import static java.time.temporal.ChronoUnit.MICROS;

import io.genledger.ports.access.AccessSecret;
import io.genledger.ports.access.AccessSessions;
import io.genledger.ports.access.AccessToken;
import io.genledger.ports.access.AccessTokens;
import io.genledger.ports.access.SecretDigest;
import io.genledger.ports.access.SessionSecret;
import io.genledger.ports.access.TokenSecret;
import io.genledger.ports.ledger.LedgerUnavailableException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Begins and ends the sessions of browsers. Thread-safe. */
public final class SignIn {

    /** The longest time of a session. */
    public static final Duration LONGEST = Duration.ofHours(12);

    private final AccessTokens tokens;
    private final AccessSessions sessions;
    private final SecureRandom random;
    private final InstantSource clock;

    /**
     * @param random draws the secrets
     */
    public SignIn(
            AccessTokens tokens,
            AccessSessions sessions,
            SecureRandom random,
            InstantSource clock) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.random = random;
        this.clock = clock;
    }

    /**
     * Begins a session of {@link #LONGEST}, or until its token expires. Its secret is in the result
     * only.
     *
     * @param token what a request states as the secret of a token, in any form
     * @return the session; empty if {@code token} is no secret of a live token
     * @throws LedgerUnavailableException if the ledger cannot be read or written
     */
    public Optional<BegunSession> signIn(String token) {
        Instant now = clock.instant().truncatedTo(MICROS);
        return TokenSecret.parse(token)
                .map(AccessSecret::digest)
                .flatMap(
                        digest -> tokens.find(digest, now).map(found -> begin(found, digest, now)));
    }

    private BegunSession begin(AccessToken token, SecretDigest digest, Instant now) {
        SessionSecret secret = SessionSecret.draw(random);
        Instant end = now.plus(LONGEST);
        Instant expires = token.expires().filter(end::isAfter).orElse(end);
        sessions.begin(digest, secret.digest(), expires);
        return new BegunSession(token, secret, expires);
    }

    /**
     * Ends a session.
     *
     * @param session what a request states as the secret of a session, in any form
     * @throws LedgerUnavailableException if the ledger cannot be written
     */
    public void signOut(String session) {
        SessionSecret.parse(session).map(AccessSecret::digest).ifPresent(sessions::end);
    }
}
