package io.genledger.ports.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.ports.access.AccessSessions;
import io.genledger.ports.access.AccessToken;
import io.genledger.ports.access.AccessTokens;
import io.genledger.ports.access.Scope;
import io.genledger.ports.access.SecretDigest;
import io.genledger.ports.access.TokenName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The contract of {@link AccessSessions}. */
public abstract class AccessSessionsContract {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00.123456Z");
    private static final Instant END = NOW.plusSeconds(12 * 3600);

    private static final TokenName NAME = new TokenName("ann");
    private static final AccessToken TOKEN =
            new AccessToken(NAME, Scope.WRITE, NOW, Optional.empty());
    private static final AccessToken SHORT =
            new AccessToken(
                    new TokenName("short"), Scope.READ, NOW, Optional.of(NOW.plusSeconds(60)));

    /** Sessions and the tokens of the same ledger. */
    public record Fixture(AccessTokens tokens, AccessSessions sessions) {}

    /** The ports of a ledger without tokens. */
    protected abstract Fixture emptyFixture();

    /** The ports of the ledger of {@link #emptyFixture}, over a connection of their own. */
    protected abstract Fixture again();

    private static SecretDigest token(int number) {
        return new SecretDigest("%064x".formatted(number));
    }

    private static SecretDigest session(int number) {
        return new SecretDigest("f%063x".formatted(number));
    }

    /** A ledger with two tokens. */
    private Fixture withTokens() {
        Fixture fixture = emptyFixture();
        fixture.tokens().create(TOKEN, token(1));
        fixture.tokens().create(SHORT, token(2));
        return fixture;
    }

    @Test
    void findsTheTokenOfEachSession() {
        AccessSessions sessions = withTokens().sessions();
        sessions.begin(token(1), session(1), END);
        sessions.begin(token(1), session(2), END);
        sessions.begin(token(2), session(3), END);

        assertThat(sessions.find(session(1), NOW)).contains(TOKEN);
        assertThat(sessions.find(session(2), NOW)).contains(TOKEN);
        assertThat(sessions.find(session(3), NOW)).contains(SHORT);
        assertThat(sessions.find(session(4), NOW)).isEmpty();
    }

    @Test
    void aSecretIsOfATokenOrOfASession() {
        Fixture fixture = withTokens();
        fixture.sessions().begin(token(1), session(1), END);

        assertThat(fixture.sessions().find(token(1), NOW)).isEmpty();
        assertThat(fixture.tokens().find(session(1), NOW)).isEmpty();
    }

    @Test
    void aSessionEndsAtItsTime() {
        AccessSessions sessions = withTokens().sessions();
        sessions.begin(token(1), session(1), END);

        assertThat(sessions.find(session(1), END.minusNanos(1))).contains(TOKEN);
        assertThat(sessions.find(session(1), END)).isEmpty();
    }

    @Test
    void aSessionEndsWhenItsTokenExpires() {
        AccessSessions sessions = withTokens().sessions();
        sessions.begin(token(2), session(1), END);

        assertThat(sessions.find(session(1), NOW.plusSeconds(60).minusNanos(1))).contains(SHORT);
        assertThat(sessions.find(session(1), NOW.plusSeconds(60))).isEmpty();
    }

    @Test
    void aSessionEndsWhenItsTokenIsRevoked() {
        Fixture fixture = withTokens();
        fixture.sessions().begin(token(1), session(1), END);
        fixture.sessions().begin(token(2), session(2), END);
        fixture.tokens().revoke(NAME);

        assertThat(fixture.sessions().find(session(1), NOW)).isEmpty();
        assertThat(fixture.sessions().find(session(2), NOW)).contains(SHORT);
    }

    @Test
    void aNewTokenOfTheSameNameHasNoSessionOfTheRevokedOne() {
        Fixture fixture = withTokens();
        fixture.sessions().begin(token(1), session(1), END);
        fixture.tokens().revoke(NAME);
        fixture.sessions().begin(token(1), session(2), END);
        fixture.tokens().create(TOKEN, token(3));

        assertThat(fixture.sessions().find(session(1), NOW)).isEmpty();
        assertThat(fixture.sessions().find(session(2), NOW)).isEmpty();
    }

    @Test
    void aSessionOfAnUnknownTokenIsNotFound() {
        AccessSessions sessions = withTokens().sessions();
        sessions.begin(token(9), session(1), END);

        assertThat(sessions.find(session(1), NOW)).isEmpty();
    }

    @Test
    void endsOneSession() {
        AccessSessions sessions = withTokens().sessions();
        sessions.begin(token(1), session(1), END);
        sessions.begin(token(1), session(2), END);
        sessions.end(session(1));
        sessions.end(session(1));
        sessions.end(session(9));

        assertThat(sessions.find(session(1), NOW)).isEmpty();
        assertThat(sessions.find(session(2), NOW)).contains(TOKEN);
    }

    @Test
    void removesTheSessionsThatAreNotFoundAnyMore() {
        AccessSessions sessions = withTokens().sessions();
        sessions.begin(token(1), session(1), NOW.plusSeconds(60));
        sessions.begin(token(2), session(2), END);
        sessions.begin(token(9), session(3), END);
        sessions.begin(token(1), session(4), END);

        assertThat(sessions.endExpired(NOW.plusSeconds(60).minusNanos(1)))
                .as("of an unknown token")
                .isEqualTo(1);
        assertThat(sessions.endExpired(NOW.plusSeconds(60))).isEqualTo(2);
        assertThat(sessions.endExpired(NOW.plusSeconds(60))).isZero();
        assertThat(sessions.find(session(1), NOW)).isEmpty();
        assertThat(sessions.find(session(4), NOW.plusSeconds(60))).contains(TOKEN);
    }

    @Test
    void anotherConnectionSeesEachChangeAtOnce() {
        Fixture fixture = withTokens();
        Fixture other = again();
        fixture.sessions().begin(token(1), session(1), END);
        fixture.sessions().begin(token(2), session(2), END);

        assertThat(other.sessions().find(session(1), NOW)).contains(TOKEN);
        other.tokens().revoke(NAME);
        other.sessions().end(session(2));
        assertThat(fixture.sessions().find(session(1), NOW)).isEmpty();
        assertThat(fixture.sessions().find(session(2), NOW)).isEmpty();
    }

    @Test
    void noSessionOutlivesARevocationBesideItsBeginning() throws Exception {
        Fixture fixture = emptyFixture();
        Fixture other = again();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < 10; round++) {
                int first = 10 * round;
                fixture.tokens().create(TOKEN, token(round));
                List<Callable<Integer>> all = new ArrayList<>();
                for (int number = first; number < first + 3; number++) {
                    int each = number;
                    all.add(() -> begin(fixture, token(first / 10), each));
                }
                all.add(() -> other.tokens().revoke(NAME) ? 0 : -1);
                for (Future<Integer> one : threads.invokeAll(all)) {
                    assertThat(one.get()).isNotNegative();
                }
                assertThat(fixture.sessions().find(session(first), NOW)).isEmpty();
                assertThat(fixture.sessions().find(session(first + 1), NOW)).isEmpty();
                assertThat(other.sessions().find(session(first + 2), NOW)).isEmpty();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static int begin(Fixture fixture, SecretDigest token, int number) {
        fixture.sessions().begin(token, session(number), END);
        return number;
    }
}
