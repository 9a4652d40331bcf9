package io.genledger.ports.usecase.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.genledger.ports.access.AccessSessions;
import io.genledger.ports.access.AccessToken;
import io.genledger.ports.access.AccessTokens;
import io.genledger.ports.access.Scope;
import io.genledger.ports.access.TokenName;
import io.genledger.ports.testkit.InMemoryAccessSessions;
import io.genledger.ports.testkit.InMemoryAccessTokens;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccessUseCasesTest {

    private static final Instant START = Instant.parse("2026-11-23T12:00:00.123456789Z");
    private static final Instant IN_MICROSECONDS = Instant.parse("2026-11-23T12:00:00.123456Z");
    private static final TokenName NAME = new TokenName("ci");
    private static final Duration DAY = Duration.ofDays(1);

    private Instant now = START;
    private final AccessTokens tokens = new InMemoryAccessTokens();
    private final AccessSessions sessions = new InMemoryAccessSessions(tokens);
    private final CreateToken create = new CreateToken(tokens, new Zeros(), () -> now);
    private final Authenticate authenticate = new Authenticate(tokens, sessions, () -> now);
    private final SignIn signIn = new SignIn(tokens, sessions, new SecureRandom(), () -> now);

    /** Random numbers that are known. */
    private static final class Zeros extends SecureRandom {

        private static final long serialVersionUID = 1;

        @Override
        public void nextBytes(byte[] bytes) {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private String created(Optional<Duration> lifetime) {
        return create.create(NAME, Scope.WRITE, lifetime).orElseThrow().secret().value();
    }

    @Test
    void drawsASecretFromTheGivenRandomNumbers() {
        CreatedToken created = create.create(NAME, Scope.WRITE, Optional.empty()).orElseThrow();

        assertThat(created.secret().value()).isEqualTo("glt_" + "A".repeat(43));
        assertThat(created.token())
                .isEqualTo(new AccessToken(NAME, Scope.WRITE, IN_MICROSECONDS, Optional.empty()));
        assertThat(tokens.all()).containsExactly(created.token());
        assertThat(created.toString()).doesNotContain("AAA");
    }

    @Test
    void aTokenExpiresAfterItsLifetime() {
        CreatedToken created = create.create(NAME, Scope.READ, Optional.of(DAY)).orElseThrow();

        assertThat(created.token().expires()).contains(IN_MICROSECONDS.plus(DAY));
        assertThat(authenticate.byToken(created.secret().value())).contains(created.token());
        now = IN_MICROSECONDS.plus(DAY);
        assertThat(authenticate.byToken(created.secret().value())).isEmpty();
    }

    @Test
    void aLifetimeIsLongerThanNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> create.create(NAME, Scope.READ, Optional.of(Duration.ZERO)));
        assertThat(tokens.any()).isFalse();
    }

    @Test
    void aTakenNameGetsNoSecret() {
        String secret = created(Optional.empty());

        assertThat(create.create(NAME, Scope.ADMIN, Optional.empty())).isEmpty();
        assertThat(authenticate.byToken(secret).orElseThrow().scope()).isEqualTo(Scope.WRITE);
    }

    @Test
    void authenticatesNothingElse() {
        created(Optional.empty());

        assertThat(authenticate.byToken("")).isEmpty();
        assertThat(authenticate.byToken("Bearer glt_" + "A".repeat(43))).isEmpty();
        assertThat(authenticate.byToken("glt_" + "A".repeat(42) + "E")).isEmpty();
        assertThat(authenticate.bySession("glt_" + "A".repeat(43))).isEmpty();
        assertThat(authenticate.bySession("gls_" + "A".repeat(43))).isEmpty();
    }

    @Test
    void aSessionLastsTwelveHours() {
        String secret = created(Optional.empty());
        BegunSession session = signIn.signIn(secret).orElseThrow();
        Instant end = IN_MICROSECONDS.plus(Duration.ofHours(12));

        assertThat(session.expires()).isEqualTo(end);
        assertThat(session.token().name()).isEqualTo(NAME);
        assertThat(authenticate.bySession(session.secret().value())).contains(session.token());
        assertThat(authenticate.byToken(session.secret().value())).isEmpty();
        now = end;
        assertThat(authenticate.bySession(session.secret().value())).isEmpty();
        assertThat(session.toString()).doesNotContain(session.secret().value());
    }

    @Test
    void aSessionEndsWithItsToken() {
        BegunSession session =
                signIn.signIn(created(Optional.of(Duration.ofHours(1)))).orElseThrow();

        assertThat(session.expires()).isEqualTo(IN_MICROSECONDS.plus(Duration.ofHours(1)));
        tokens.revoke(NAME);
        assertThat(authenticate.bySession(session.secret().value())).isEmpty();
    }

    @Test
    void aLongLivedTokenDoesNotMakeASessionLonger() {
        BegunSession session = signIn.signIn(created(Optional.of(DAY))).orElseThrow();

        assertThat(session.expires()).isEqualTo(IN_MICROSECONDS.plus(Duration.ofHours(12)));
    }

    @Test
    void onlyALiveTokenBeginsASession() {
        String secret = created(Optional.of(DAY));
        BegunSession session = signIn.signIn(secret).orElseThrow();

        assertThat(signIn.signIn(session.secret().value())).isEmpty();
        assertThat(signIn.signIn("glt_" + "A".repeat(42) + "E")).isEmpty();
        now = IN_MICROSECONDS.plus(DAY);
        assertThat(signIn.signIn(secret)).isEmpty();
    }

    @Test
    void signingOutEndsThisSessionOnly() {
        String secret = created(Optional.empty());
        BegunSession one = signIn.signIn(secret).orElseThrow();
        BegunSession other = signIn.signIn(secret).orElseThrow();
        signIn.signOut(one.secret().value());
        signIn.signOut("no session");

        assertThat(authenticate.bySession(one.secret().value())).isEmpty();
        assertThat(authenticate.bySession(other.secret().value())).isPresent();
    }
}
