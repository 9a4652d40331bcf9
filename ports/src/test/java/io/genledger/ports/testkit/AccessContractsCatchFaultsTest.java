package io.genledger.ports.testkit;

import io.genledger.ports.access.AccessSessions;
import io.genledger.ports.access.AccessToken;
import io.genledger.ports.access.AccessTokens;
import io.genledger.ports.access.Scope;
import io.genledger.ports.access.SecretDigest;
import io.genledger.ports.access.TokenName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each faulty store of tokens or sessions breaks a contract and is caught by the named test. */
class AccessContractsCatchFaultsTest {

    private static final Instant EARLY = Instant.parse("2026-11-23T12:00:01Z");

    @ParameterizedTest
    @CsvSource({
        "TokensThatAreReplaced, aTakenNameIsNotCreatedAgain",
        "TokensWithoutNames, oneOfSeveralCreationsOfANameSucceeds",
        "TokensWithoutExpiry, findsATokenUntilItExpires",
        "TokensThatCannotBeRevoked, revokesByName",
        "TokensOfOneConnection, anotherConnectionSeesEachChangeAtOnce",
        "TokensInReverse, listsTokensInTheOrderOfCreation",
        "SessionsWithoutExpiry, aSessionEndsAtItsTime",
        "SessionsWithoutTokens, aSessionEndsWhenItsTokenExpires",
        "SessionsWithoutTokens, aSessionEndsWhenItsTokenIsRevoked",
        "SessionsWithoutTokens, aSessionOfAnUnknownTokenIsNotFound",
        "SessionsWithoutTokens, noSessionOutlivesARevocationBesideItsBeginning",
        "SessionsOfNames, aNewTokenOfTheSameNameHasNoSessionOfTheRevokedOne",
        "SessionsThatEndTogether, endsOneSession",
        "SessionsThatStay, removesTheSessionsThatAreNotFoundAnyMore",
        "SessionsOfOneConnection, anotherConnectionSeesEachChangeAtOnce",
    })
    void eachFaultIsCaught(String faulty, String caughtBy) throws ClassNotFoundException {
        FaultyAdapters.assertCaught(getClass(), faulty, caughtBy);
    }

    static class TokensThatAreReplaced extends TokensOf {
        TokensThatAreReplaced() {
            super(tokens ->
                    new TokensAround(tokens) {
                        @Override
                        public boolean create(AccessToken token, SecretDigest digest) {
                            tokens.revoke(token.name());
                            return tokens.create(token, digest);
                        }
                    });
        }
    }

    static class TokensWithoutNames extends TokensOf {
        TokensWithoutNames() {
            super(tokens ->
                    new TokensAround(tokens) {
                        @Override
                        public boolean create(AccessToken token, SecretDigest digest) {
                            tokens.create(token, digest);
                            return true;
                        }
                    });
        }
    }

    static class TokensWithoutExpiry extends TokensOf {
        TokensWithoutExpiry() {
            super(tokens ->
                    new TokensAround(tokens) {
                        @Override
                        public Optional<AccessToken> find(SecretDigest digest, Instant now) {
                            return tokens.find(digest, EARLY);
                        }
                    });
        }
    }

    static class TokensThatCannotBeRevoked extends TokensOf {
        TokensThatCannotBeRevoked() {
            super(tokens ->
                    new TokensAround(tokens) {
                        @Override
                        public boolean revoke(TokenName name) {
                            return tokens.all().stream().anyMatch(one -> one.name().equals(name));
                        }
                    });
        }
    }

    static class TokensInReverse extends TokensOf {
        TokensInReverse() {
            super(tokens ->
                    new TokensAround(tokens) {
                        @Override
                        public List<AccessToken> all() {
                            List<AccessToken> all = new ArrayList<>(tokens.all());
                            Collections.reverse(all);
                            return all;
                        }
                    });
        }
    }

    static class TokensOfOneConnection extends AccessTokensContract {

        @Override
        protected AccessTokens none() {
            return new InMemoryAccessTokens();
        }

        @Override
        protected AccessTokens again() {
            return new InMemoryAccessTokens();
        }
    }

    static class SessionsWithoutExpiry extends SessionsOf {
        SessionsWithoutExpiry() {
            super((tokens, sessions) ->
                    new SessionsAround(sessions) {
                        @Override
                        public Optional<AccessToken> find(SecretDigest session, Instant now) {
                            return sessions.find(session, EARLY);
                        }
                    });
        }
    }

    /** Sessions that keep their token. */
    static class SessionsWithoutTokens extends SessionsOf {
        SessionsWithoutTokens() {
            super((tokens, sessions) -> {
                AccessToken unknown =
                        new AccessToken(
                                new TokenName("unknown"), Scope.READ, EARLY, Optional.empty());
                Map<SecretDigest, AccessToken> begun = new HashMap<>();
                return new SessionsAround(sessions) {
                    @Override
                    public synchronized void begin(
                            SecretDigest token, SecretDigest session, Instant expires) {
                        begun.put(session, tokens.find(token, EARLY).orElse(unknown));
                    }

                    @Override
                    public synchronized Optional<AccessToken> find(
                            SecretDigest session, Instant now) {
                        return Optional.ofNullable(begun.get(session));
                    }
                };
            });
        }
    }

    /** Sessions that keep the name of their token. */
    static class SessionsOfNames extends SessionsOf {
        SessionsOfNames() {
            super((tokens, sessions) -> {
                Map<SecretDigest, TokenName> begun = new HashMap<>();
                return new SessionsAround(sessions) {
                    @Override
                    public void begin(SecretDigest token, SecretDigest session, Instant expires) {
                        tokens.find(token, EARLY).ifPresent(one -> begun.put(session, one.name()));
                    }

                    @Override
                    public Optional<AccessToken> find(SecretDigest session, Instant now) {
                        return tokens.all().stream()
                                .filter(one -> one.name().equals(begun.get(session)))
                                .findFirst();
                    }
                };
            });
        }
    }

    static class SessionsThatEndTogether extends SessionsOf {
        SessionsThatEndTogether() {
            super((tokens, sessions) -> {
                Set<SecretDigest> all = new HashSet<>();
                return new SessionsAround(sessions) {
                    @Override
                    public void begin(SecretDigest token, SecretDigest session, Instant expires) {
                        all.add(session);
                        sessions.begin(token, session, expires);
                    }

                    @Override
                    public void end(SecretDigest session) {
                        all.forEach(sessions::end);
                    }
                };
            });
        }
    }

    static class SessionsThatStay extends SessionsOf {
        SessionsThatStay() {
            super((tokens, sessions) ->
                    new SessionsAround(sessions) {
                        @Override
                        public long endExpired(Instant now) {
                            return 0;
                        }
                    });
        }
    }

    static class SessionsOfOneConnection extends AccessSessionsContract {

        @Override
        protected Fixture emptyFixture() {
            AccessTokens tokens = new InMemoryAccessTokens();
            return new Fixture(tokens, new InMemoryAccessSessions(tokens));
        }

        @Override
        protected Fixture again() {
            return emptyFixture();
        }
    }

    abstract static class TokensOf extends AccessTokensContract {

        private final AccessTokens tokens;

        TokensOf(UnaryOperator<AccessTokens> fault) {
            tokens = fault.apply(new InMemoryAccessTokens());
        }

        @Override
        protected AccessTokens none() {
            return tokens;
        }

        @Override
        protected AccessTokens again() {
            return tokens;
        }
    }

    interface Fault {

        AccessSessions of(AccessTokens tokens, AccessSessions sessions);
    }

    abstract static class SessionsOf extends AccessSessionsContract {

        private final Fixture fixture;

        SessionsOf(Fault fault) {
            AccessTokens tokens = new InMemoryAccessTokens();
            fixture = new Fixture(tokens, fault.of(tokens, new InMemoryAccessSessions(tokens)));
        }

        @Override
        protected Fixture emptyFixture() {
            return fixture;
        }

        @Override
        protected Fixture again() {
            return fixture;
        }
    }

    /** Tokens that delegate to others. */
    private abstract static class TokensAround implements AccessTokens {

        final AccessTokens tokens;

        TokensAround(AccessTokens tokens) {
            this.tokens = tokens;
        }

        @Override
        public boolean create(AccessToken token, SecretDigest digest) {
            return tokens.create(token, digest);
        }

        @Override
        public Optional<AccessToken> find(SecretDigest digest, Instant now) {
            return tokens.find(digest, now);
        }

        @Override
        public List<AccessToken> all() {
            return tokens.all();
        }

        @Override
        public boolean any() {
            return tokens.any();
        }

        @Override
        public boolean revoke(TokenName name) {
            return tokens.revoke(name);
        }
    }

    /** Sessions that delegate to others. */
    private abstract static class SessionsAround implements AccessSessions {

        final AccessSessions sessions;

        SessionsAround(AccessSessions sessions) {
            this.sessions = sessions;
        }

        @Override
        public void begin(SecretDigest token, SecretDigest session, Instant expires) {
            sessions.begin(token, session, expires);
        }

        @Override
        public Optional<AccessToken> find(SecretDigest session, Instant now) {
            return sessions.find(session, now);
        }

        @Override
        public void end(SecretDigest session) {
            sessions.end(session);
        }

        @Override
        public long endExpired(Instant now) {
            return sessions.endExpired(now);
        }
    }
}
