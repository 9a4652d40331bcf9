package io.genledger.ports.testkit;

import static java.util.Comparator.comparing;

import io.genledger.ports.access.AccessToken;
import io.genledger.ports.access.AccessTokens;
import io.genledger.ports.access.SecretDigest;
import io.genledger.ports.access.TokenName;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tokens in memory. */
public final class InMemoryAccessTokens implements AccessTokens {

    private final Map<SecretDigest, AccessToken> tokens = new HashMap<>();

    @Override
    public synchronized boolean create(AccessToken token, SecretDigest digest) {
        if (tokens.values().stream().anyMatch(each -> each.name().equals(token.name()))) {
            return false;
        }
        tokens.put(digest, token);
        return true;
    }

    @Override
    public synchronized Optional<AccessToken> find(SecretDigest digest, Instant now) {
        return Optional.ofNullable(tokens.get(digest)).filter(token -> token.isLive(now));
    }

    @Override
    public synchronized List<AccessToken> all() {
        return tokens.values().stream()
                .sorted(
                        comparing(AccessToken::created)
                                .thenComparing(token -> token.name().value()))
                .toList();
    }

    @Override
    public synchronized boolean any() {
        return !tokens.isEmpty();
    }

    @Override
    public synchronized boolean revoke(TokenName name) {
        return tokens.values().removeIf(token -> token.name().equals(name));
    }
}
