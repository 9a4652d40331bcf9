package io.genledger.ports.access;

import io.genledger.ports.ledger.LedgerUnavailableException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The access tokens of one ledger, the same for all who open it. Thread-safe. */
public interface AccessTokens {

    /**
     * Creates {@code token}. When this returns true, it survives a crash.
     *
     * @param digest the digest of its secret, which no other token has
     * @return false if there is a token of this name, expired or not; nothing was changed then
     * @throws LedgerUnavailableException if the ledger cannot be written
     */
    boolean create(AccessToken token, SecretDigest digest);

    /**
     * The token whose secret has this digest; empty if there is none, or if it is expired at {@code
     * now}.
     *
     * @throws LedgerUnavailableException if the ledger cannot be read
     */
    Optional<AccessToken> find(SecretDigest digest, Instant now);

    /**
     * All tokens, expired ones too, in the order of creation.
     *
     * @throws LedgerUnavailableException if the ledger cannot be read
     */
    List<AccessToken> all();

    /**
     * Whether there is a token, expired or not. Faster than {@link #all}.
     *
     * @throws LedgerUnavailableException if the ledger cannot be read
     */
    boolean any();

    /**
     * Removes a token and ends its sessions: they are found no more when this returns.
     *
     * @return whether there was a token of this name, expired or not
     * @throws LedgerUnavailableException if the ledger cannot be written
     */
    boolean revoke(TokenName name);
}
