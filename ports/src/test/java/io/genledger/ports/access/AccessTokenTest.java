package io.genledger.ports.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokenTest {

    private static final Instant CREATED = Instant.parse("2026-11-23T12:00:00Z");
    private static final TokenName NAME = new TokenName("ci");

    private static AccessToken expiring(Instant moment) {
        return new AccessToken(NAME, Scope.READ, CREATED, Optional.of(moment));
    }

    @Test
    void isLiveBeforeItExpires() {
        Instant end = CREATED.plusNanos(1000);

        assertThat(expiring(end).isLive(end.minusNanos(1))).isTrue();
        assertThat(expiring(end).isLive(end)).isFalse();
    }

    @Test
    void isLiveForEverWithoutExpiry() {
        assertThat(new AccessToken(NAME, Scope.READ, CREATED, Optional.empty()).isLive(Instant.MAX))
                .isTrue();
    }

    @Test
    void expiresAfterItsCreation() {
        assertThatIllegalArgumentException().isThrownBy(() -> expiring(CREATED));
        assertThatIllegalArgumentException().isThrownBy(() -> expiring(CREATED.minusSeconds(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb", "\u001b[31m", "\u0085"})
    void aNameIsNotBlankAndHasNoControlCharacter(String wrong) {
        assertThatIllegalArgumentException().isThrownBy(() -> new TokenName(wrong));
    }

    @Test
    void aNameHasAHundredCharactersAtMost() {
        assertThat(new TokenName("x".repeat(100))).hasToString("x".repeat(100));
        assertThatIllegalArgumentException().isThrownBy(() -> new TokenName("x".repeat(101)));
    }
}
