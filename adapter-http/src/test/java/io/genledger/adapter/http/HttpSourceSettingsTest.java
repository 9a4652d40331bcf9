package io.genledger.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.genledger.domain.generation.GenerationId;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpSourceSettingsTest {

    private static final HttpSourceSettings DEFAULT = HttpSourceSettings.DEFAULT;

    @Test
    void theDefaultIsOpenRouter() {
        assertThat(DEFAULT.base()).isEqualTo(URI.create("https://openrouter.ai/api/v1"));
        assertThat(DEFAULT.requestTimeout()).isEqualTo(Duration.ofSeconds(20));
        assertThat(DEFAULT.maxBodyBytes()).isEqualTo(1024 * 1024);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://gateway.example",
                "HTTPS://gateway.example:8443/a/b/",
                "http://localhost:8080/api/v1",
                "http://127.0.0.1",
                "http://127.8.9.10:1",
                "http://[::1]:8080/",
                "http://[0:0:0:0:0:0:0:1]"
            })
    void acceptsHttpsAnywhereAndHttpOnLoopback(String base) {
        assertThat(DEFAULT.withBase(URI.create(base)).base()).isEqualTo(URI.create(base));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://openrouter.ai/api/v1",
                "http://127.0.0.1.example",
                "http://localhost.example",
                "http://10.0.0.1",
                "http://[::2]",
                "http://[1::1]"
            })
    void refusesToSendTheKeyInClear(String base) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULT.withBase(URI.create(base)))
                .withMessageContaining("would send the key in clear");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "openrouter.ai",
                "/api/v1",
                "ftp://openrouter.ai",
                "file:///etc",
                "https:openrouter.ai",
                "https://under_score:1",
                "https://a/?id=1",
                "https://a/#top",
                "https://user:secret@a/",
                "https://a:0/",
                "https://a:65536/"
            })
    void refusesAMalformedBaseUrl(String base) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULT.withBase(URI.create(base)))
                .withMessageStartingWith("the base URL")
                .withMessageNotContaining("secret");
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S,     PT1S, PT1S,  1, 1, PT1S, PT1S, connect timeout",
        "PT1S,    PT-1S, PT1S,  1, 1, PT1S, PT1S, read timeout",
        "PT1S,     PT1S, PT61M, 1, 1, PT1S, PT1S, request timeout",
        "PT1S, PT0.0001S, PT1S, 1, 1, PT1S, PT1S, read timeout",
        "PT1S,     PT1S, PT1S,  0, 1, PT1S, PT1S, body bytes",
        "PT1S,     PT1S, PT1S,  2147483647, 1, PT1S, PT1S, body bytes",
        "PT1S,     PT1S, PT1S,  1, 0, PT1S, PT1S, connections",
        "PT1S,     PT1S, PT1S,  1, 1025, PT1S, PT1S, connections",
        "PT1S,     PT1S, PT1S,  1, 1, PT0S, PT1S, idle timeout",
        "PT1S,     PT1S, PT1S,  1, 1, PT1S, PT2H, connection age"
    })
    void refusesLimitsOutOfRange(
            Duration connect,
            Duration read,
            Duration request,
            int bytes,
            int connections,
            Duration idle,
            Duration age,
            String named) {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new HttpSourceSettings(
                                DEFAULT.base(),
                                connect,
                                read,
                                request,
                                bytes,
                                connections,
                                idle,
                                age,
                                Optional.empty()))
                .withMessageStartingWith(named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://a/api/v1", "https://a/api/v1/", "https://a/api/v1//"})
    void theIdIsEscapedInTheUrl(String base) {
        assertThat(new BaseUrl(URI.create(base)).generation(new GenerationId("a/b?c&d+%")))
                .isEqualTo(URI.create("https://a/api/v1/generation?id=a%2Fb%3Fc%26d%2B%25"));
    }

    @Test
    void aServerIsNamedWithItsPort() {
        assertThat(new BaseUrl(DEFAULT.base()).hostAndPort()).isEqualTo("openrouter.ai:443");
        assertThat(new BaseUrl(URI.create("http://[::1]")).hostAndPort()).isEqualTo("[::1]:80");
    }
}
