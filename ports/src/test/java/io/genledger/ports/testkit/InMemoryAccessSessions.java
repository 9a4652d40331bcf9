package io.genledger.ports.testkit;

import io.genledger.ports.access.AccessSessions;
import io.genledger.ports.access.AccessToken;
import io.genledger.ports.access.AccessTokens;
import io.genledger.ports.access.SecretDigest;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Sessions in memory. */
public final class InMemoryAccessSessions implements AccessSessions {

    private final AccessTokens tokens;
    private final Map<SecretDigest, Session> sessions = new HashMap<>();

    private record Session(SecretDigest token, Instant expires) {}

    /** No sessions yet of {@code tokens}. */
    public InMemoryAccessSessions(AccessTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public synchronized void begin(SecretDigest token, SecretDigest session, Instant expires) {
        sessions.put(session, new Session(token, expires));
    }

    @Override
    public synchronized Optional<AccessToken> find(SecretDigest session, Instant now) {
        return Optional.ofNullable(sessions.get(session)).flatMap(each -> token(each, now));
    }

    private Optional<AccessToken> token(Session session, Instant now) {
        return now.isBefore(session.expires())
                ? tokens.find(session.token(), now)
                : Optional.empty();
    }

    @Override
    public synchronized void end(SecretDigest session) {
        sessions.remove(session);
    }

    @Override
    public synchronized long endExpired(Instant now) {
        long before = sessions.size();
        sessions.values().removeIf(session -> token(session, now).isEmpty());
        return before - sessions.size();
    }
}
