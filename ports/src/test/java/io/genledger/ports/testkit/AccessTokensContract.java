package io.genledger.ports.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.ports.access.AccessToken;
import io.genledger.ports.access.AccessTokens;
import io.genledger.ports.access.Scope;
import io.genledger.ports.access.SecretDigest;
import io.genledger.ports.access.TokenName;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The contract of {@link AccessTokens}. */
public abstract class AccessTokensContract {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00.123456Z");
    private static final Instant LATER = NOW.plus(90, ChronoUnit.DAYS);

    /** The tokens of a ledger that has none. */
    protected abstract AccessTokens none();

    /** The tokens of the ledger of {@link #none}, over a connection of their own. */
    protected abstract AccessTokens again();

    private static SecretDigest digest(int number) {
        return new SecretDigest("%064x".formatted(number));
    }

    private static AccessToken token(String name) {
        return new AccessToken(new TokenName(name), Scope.READ, NOW, Optional.empty());
    }

    private static AccessToken expiring(String name) {
        return new AccessToken(new TokenName(name), Scope.READ, NOW, Optional.of(LATER));
    }

    @Test
    void hasNoTokenAtFirst() {
        AccessTokens tokens = none();

        assertThat(tokens.any()).isFalse();
        assertThat(tokens.all()).isEmpty();
        assertThat(tokens.find(digest(1), NOW)).isEmpty();
        assertThat(tokens.revoke(new TokenName("ci"))).isFalse();
    }

    @Test
    void keepsEveryPartOfAToken() {
        AccessTokens tokens = none();
        List<AccessToken> all = new ArrayList<>();
        for (Scope scope : Scope.values()) {
            all.add(
                    new AccessToken(
                            new TokenName("100%_team \\ é 模 " + scope),
                            scope,
                            NOW.plus(all.size(), ChronoUnit.MICROS),
                            scope == Scope.ADMIN ? Optional.of(LATER) : Optional.empty()));
            assertThat(tokens.create(all.get(all.size() - 1), digest(all.size()))).isTrue();
        }

        assertThat(tokens.any()).isTrue();
        assertThat(tokens.all()).isEqualTo(all);
        assertThat(tokens.find(digest(1), NOW)).contains(all.get(0));
        assertThat(tokens.find(digest(3), NOW)).contains(all.get(2));
        assertThat(tokens.find(digest(4), NOW)).isEmpty();
    }

    @Test
    void listsTokensInTheOrderOfCreation() {
        AccessTokens tokens = none();
        AccessToken earlier =
                new AccessToken(
                        new TokenName("z"), Scope.READ, NOW.minusSeconds(1), Optional.empty());
        tokens.create(token("b"), digest(1));
        tokens.create(token("a"), digest(2));
        tokens.create(earlier, digest(3));

        assertThat(tokens.all()).containsExactly(earlier, token("a"), token("b"));
    }

    @Test
    void aTakenNameIsNotCreatedAgain() {
        AccessTokens tokens = none();
        tokens.create(expiring("ci"), digest(1));
        AccessToken other =
                new AccessToken(
                        new TokenName("ci"), Scope.ADMIN, LATER.plusSeconds(1), Optional.empty());

        assertThat(tokens.create(other, digest(2))).isFalse();
        assertThat(tokens.all()).containsExactly(expiring("ci"));
        assertThat(tokens.find(digest(2), NOW)).isEmpty();
        assertThat(tokens.find(digest(1), NOW)).contains(expiring("ci"));
        assertThat(tokens.create(token("CI"), digest(3))).as("upper case differs").isTrue();
    }

    @Test
    void findsATokenUntilItExpires() {
        AccessTokens tokens = none();
        tokens.create(expiring("ci"), digest(1));

        assertThat(tokens.find(digest(1), LATER.minusNanos(1))).isPresent();
        assertThat(tokens.find(digest(1), LATER)).isEmpty();
        assertThat(tokens.find(digest(1), LATER.plusSeconds(1))).isEmpty();
        assertThat(tokens.all()).as("expired ones, too").containsExactly(expiring("ci"));
        assertThat(tokens.any()).as("an expired one").isTrue();
    }

    @Test
    void revokesByName() {
        AccessTokens tokens = none();
        tokens.create(token("ci"), digest(1));
        tokens.create(token("other"), digest(2));

        assertThat(tokens.revoke(new TokenName("ci"))).isTrue();
        assertThat(tokens.find(digest(1), NOW)).isEmpty();
        assertThat(tokens.all()).containsExactly(token("other"));
        assertThat(tokens.revoke(new TokenName("ci"))).isFalse();
        assertThat(tokens.revoke(new TokenName("other"))).isTrue();
        assertThat(tokens.any()).isFalse();
    }

    @Test
    void aRevokedNameCanBeUsedAgain() {
        AccessTokens tokens = none();
        tokens.create(token("ci"), digest(1));
        tokens.revoke(new TokenName("ci"));

        assertThat(tokens.create(expiring("ci"), digest(2))).isTrue();
        assertThat(tokens.find(digest(1), NOW)).isEmpty();
        assertThat(tokens.find(digest(2), NOW)).contains(expiring("ci"));
    }

    @Test
    void anotherConnectionSeesEachChangeAtOnce() {
        AccessTokens tokens = none();
        AccessTokens others = again();
        tokens.create(token("ci"), digest(1));

        assertThat(others.any()).isTrue();
        assertThat(others.find(digest(1), NOW)).contains(token("ci"));
        assertThat(others.create(token("ci"), digest(2))).isFalse();
        assertThat(others.revoke(new TokenName("ci"))).isTrue();
        assertThat(tokens.find(digest(1), NOW)).isEmpty();
    }

    @Test
    void oneOfSeveralCreationsOfANameSucceeds() throws Exception {
        List<AccessTokens> connections = List.of(none(), again());
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (int name = 0; name < 10; name++) {
                AccessToken token = token("ci" + name);
                List<SecretDigest> digests = new ArrayList<>();
                List<Callable<Boolean>> creations = new ArrayList<>();
                for (int number = 0; number < 4; number++) {
                    AccessTokens tokens = connections.get(number % 2);
                    SecretDigest digest = digest(10 * name + number);
                    digests.add(digest);
                    creations.add(() -> tokens.create(token, digest));
                }
                List<Future<Boolean>> created = threads.invokeAll(creations);
                List<Boolean> found = new ArrayList<>();
                for (int number = 0; number < 4; number++) {
                    boolean isFound = connections.get(0).find(digests.get(number), NOW).isPresent();
                    assertThat(created.get(number).get()).isEqualTo(isFound);
                    found.add(isFound);
                }
                assertThat(found).containsOnlyOnce(true);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
