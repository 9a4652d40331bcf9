package io.genledger.app.web.access;

import io.genledger.app.web.LedgerAccess;
import io.genledger.ports.access.AccessSecret;
import io.genledger.ports.access.AccessToken;
import io.genledger.ports.access.AccessTokens;
import io.genledger.ports.access.Scope;
import io.genledger.ports.access.SecretDigest;
import io.genledger.ports.access.SessionSecret;
import io.genledger.ports.access.TokenSecret;
import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.usecase.access.Authenticate;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What callers are permitted. The ledger's answers that permit something are kept for a second, so
 * that most requests do not ask it; a revoked token permits nothing a second later.
 */
@Singleton
final class Callers {

    private static final Duration KEPT = Duration.ofSeconds(1);

    private final Authenticate authenticate;
    private final AccessTokens tokens;
    private final InstantSource clock;
    private volatile Answers answers = new Answers(Instant.MIN);

    /** The ledger's answers until a moment. */
    private record Answers(
            Instant end, Map<SecretDigest, Scope> scopes, AtomicBoolean withoutTokens) {

        Answers(Instant end) {
            this(end, new ConcurrentHashMap<>(), new AtomicBoolean());
        }
    }

    Callers(LedgerAccess ledger) {
        this.authenticate = ledger.application().authenticate();
        this.tokens = ledger.application().accessTokens();
        this.clock = ledger.clock();
    }

    /**
     * The scope of a caller by the answers that are kept.
     *
     * @param isLocal whether the caller needs no token while the ledger has none
     * @return empty if the ledger is to be asked
     */
    Optional<Scope> remembered(Optional<AccessSecret> secret, boolean isLocal) {
        Answers current = current();
        return secret.map(AccessSecret::digest)
                .map(current.scopes()::get)
                .or(() -> everything(isLocal && current.withoutTokens().get()));
    }

    /**
     * The scope of a caller by the ledger.
     *
     * @param isLocal whether the caller needs no token while the ledger has none
     * @return empty if it is permitted nothing
     * @throws LedgerUnavailableException if the ledger cannot be read
     */
    Optional<Scope> find(Optional<AccessSecret> secret, boolean isLocal) {
        Answers current = current();
        Optional<Scope> scope = secret.flatMap(this::token).map(AccessToken::scope);
        scope.ifPresent(found -> current.scopes().put(secret.orElseThrow().digest(), found));
        if (scope.isPresent() || !isLocal) {
            return scope;
        }
        boolean isWithoutTokens = !tokens.any();
        current.withoutTokens().set(isWithoutTokens);
        return everything(isWithoutTokens);
    }

    /** Whether the scope of a caller, by the answers that are kept or the ledger, is enough. */
    boolean permit(Optional<AccessSecret> secret, boolean isLocal, Scope needed) {
        return remembered(secret, isLocal)
                .or(() -> find(secret, isLocal))
                .filter(scope -> scope.includes(needed))
                .isPresent();
    }

    /** Forgets all answers, because a session has ended. */
    void forget() {
        answers = new Answers(Instant.MIN);
    }

    private static Optional<Scope> everything(boolean isPermitted) {
        return isPermitted ? Optional.of(Scope.ADMIN) : Optional.empty();
    }

    private Optional<AccessToken> token(AccessSecret secret) {
        return switch (secret) {
            case TokenSecret token -> authenticate.byToken(token.value());
            case SessionSecret session -> authenticate.bySession(session.value());
        };
    }

    private Answers current() {
        Instant now = clock.instant();
        Answers current = answers;
        if (!now.isBefore(current.end())) {
            current = new Answers(now.plus(KEPT));
            answers = current;
        }
        return current;
    }
}
