package io.genledger.ports.usecase.access;

import static java.time.temporal.ChronoUnit.MICROS;

import io.genledger.ports.access.AccessToken;
import io.genledger.ports.access.AccessTokens;
import io.genledger.ports.access.Scope;
import io.genledger.ports.access.TokenName;
import io.genledger.ports.access.TokenSecret;
import io.genledger.ports.ledger.LedgerUnavailableException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Creates access tokens. Thread-safe. */
public final class CreateToken {

    private final AccessTokens tokens;
    private final SecureRandom random;
    private final InstantSource clock;

    /**
     * @param random draws the secrets
     */
    public CreateToken(AccessTokens tokens, SecureRandom random, InstantSource clock) {
        this.tokens = tokens;
        this.random = random;
        this.clock = clock;
    }

    /**
     * Creates a token. Its secret is in the result only.
     *
     * @param lifetime the time after which it expires, at least a microsecond; empty if it does not
     * @return the token; empty if there is one of this name, expired or not
     * @throws IllegalArgumentException if {@code lifetime} is too short
     * @throws LedgerUnavailableException if the ledger cannot be written
     */
    public Optional<CreatedToken> create(TokenName name, Scope scope, Optional<Duration> lifetime) {
        Instant now = clock.instant().truncatedTo(MICROS);
        AccessToken token =
                new AccessToken(
                        name, scope, now, lifetime.map(time -> now.plus(time).truncatedTo(MICROS)));
        TokenSecret secret = TokenSecret.draw(random);
        return tokens.create(token, secret.digest())
                ? Optional.of(new CreatedToken(token, secret))
                : Optional.empty();
    }
}
