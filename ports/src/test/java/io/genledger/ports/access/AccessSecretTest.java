package io.genledger.ports.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessSecretTest {

    private static final String RANDOM = "A".repeat(43);

    /** Computed by {@code sha256sum} of coreutils. */
    private static final String SHA256 =
            "dfb6dd71408dc1416c0ea61819221c14bf2d26e4bc96d199c633275cbc441416";

    private final SecureRandom random = new SecureRandom();

    @Test
    void hasAPrefixAnd32RandomBytes() {
        assertThat(TokenSecret.draw(random).value()).matches("glt_[A-Za-z0-9_-]{43}");
        assertThat(SessionSecret.draw(random).value()).matches("gls_[A-Za-z0-9_-]{43}");
    }

    @Test
    void noTwoSecretsAreEqual() {
        Set<SecretDigest> digests = new HashSet<>();
        for (int count = 0; count < 100; count++) {
            digests.add(TokenSecret.draw(random).digest());
        }

        assertThat(digests).hasSize(100);
    }

    @Test
    void isReadAsItWasWritten() {
        TokenSecret token = TokenSecret.draw(random);
        SessionSecret session = SessionSecret.draw(random);

        assertThat(TokenSecret.parse(token.value()).orElseThrow().digest())
                .isEqualTo(token.digest());
        assertThat(SessionSecret.parse(session.value()).orElseThrow().digest())
                .isEqualTo(session.digest());
    }

    @Test
    void theDigestIsTheSha256OfTheWholeText() {
        assertThat(TokenSecret.parse("glt_" + RANDOM).orElseThrow().digest().hex())
                .isEqualTo(SHA256);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "glt_",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "glt_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "glt_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "glt_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "glt_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n",
                " glt_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "GLT_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "gls_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void otherFormsAreNoSecretOfAToken(String text) {
        assertThat(TokenSecret.parse(text)).isEmpty();
    }

    @Test
    void aTokensSecretIsNoSessions() {
        assertThat(SessionSecret.parse("glt_" + RANDOM)).isEmpty();
    }

    @Test
    void itsTextDoesNotShowIt() {
        TokenSecret secret = TokenSecret.draw(random);

        assertThat(secret).hasToString("TokenSecret");
        assertThat(SessionSecret.draw(random)).hasToString("SessionSecret");
    }

    @Test
    void digestsAreEqualIfAllDigitsAre() {
        SecretDigest digest = new SecretDigest(SHA256);

        assertThat(digest).isEqualTo(new SecretDigest(SHA256));
        assertThat(digest).hasSameHashCodeAs(new SecretDigest(SHA256));
        for (int digit = 0; digit < 64; digit++) {
            char other = SHA256.charAt(digit) == '0' ? '1' : '0';
            assertThat(digest)
                    .isNotEqualTo(
                            new SecretDigest(
                                    SHA256.substring(0, digit)
                                            + other
                                            + SHA256.substring(digit + 1)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "x", "glt_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void otherTextsAreNoDigest(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SecretDigest(text))
                .withMessageNotContaining("glt_");
    }
}
