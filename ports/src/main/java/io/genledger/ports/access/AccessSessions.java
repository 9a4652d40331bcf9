package io.genledger.ports.access;

import io.genledger.ports.ledger.LedgerUnavailableException;
import java.time.Instant;
import java.util.Optional;

/**
 * The sessions that browsers have begun with access tokens of one ledger, the same for all who open
 * it. A session ends with its token. Thread-safe.
 */
public interface AccessSessions {

    /**
     * Begins a session. It is never found if there is no token with the digest {@code token}.
     *
     * @param token the digest of the token's secret
     * @param session the digest of the session's secret, which no other session has
     * @param expires the time at which the session ends; to the microsecond
     * @throws LedgerUnavailableException if the ledger cannot be written
     */
    void begin(SecretDigest token, SecretDigest session, Instant expires);

    /**
     * The token of the session whose secret has this digest; empty if there is no such session, or
     * if the session or its token is expired at {@code now}, or its token was revoked.
     *
     * @throws LedgerUnavailableException if the ledger cannot be read
     */
    Optional<AccessToken> find(SecretDigest session, Instant now);

    /**
     * Ends the session whose secret has this digest, if there is one.
     *
     * @throws LedgerUnavailableException if the ledger cannot be written
     */
    void end(SecretDigest session);

    /**
     * Removes the sessions that {@link #find} does not find any more at {@code now}.
     *
     * @return their number, 0 or more
     * @throws LedgerUnavailableException if the ledger cannot be written
     */
    long endExpired(Instant now);
}
