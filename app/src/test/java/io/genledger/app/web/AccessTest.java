package io.genledger.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.LedgerEngine;
import io.genledger.ports.access.Scope;
import io.genledger.ports.access.TokenName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@EnumSource(LedgerEngine.class)
class AccessTest {

    private static final String REPORT = "/ledger/v1/report?last=1d&timezone=UTC";
    private static final String SESSION = "/ledger/v1/session";

    @TempDir Path folder;

    private final LedgerEngine engine;
    private ServerUnderTest server;

    AccessTest(LedgerEngine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void start() throws IOException {
        server = ServerUnderTest.onLoopback(engine.empty(folder));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void saysHowToGetAToken() {
        server.token("reader", Scope.READ);

        HttpResponse<String> answer = server.send(server.request(REPORT));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValue("Bearer realm=\"genledger\"");
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(answer.body())
                .contains("\"status\":401")
                .contains("genledger token create makes one");
    }

    @Test
    void doesNotRepeatAWrongToken() {
        server.token("reader", Scope.READ);
        String wrong = "glt_" + "z".repeat(43);

        HttpResponse<String> answer =
                server.send(server.request(REPORT).header("Authorization", "Bearer " + wrong));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
                .contains("error=\"invalid_token\"");
        assertThat(answer.body()).doesNotContain(wrong);
        assertThat(answer.headers().map().toString()).doesNotContain(wrong);
    }

    @Test
    void aTokenInTheUrlIsNone() {
        String token = server.token("reader", Scope.READ);

        assertThat(server.status(server.request(REPORT + "&access_token=" + token))).isEqualTo(401);
    }

    @Test
    void aRevokedTokenPermitsNothingASecondLater() {
        String token = server.token("reader", Scope.READ);
        assertThat(reportWith(token)).isEqualTo(200);

        server.application().accessTokens().revoke(new TokenName("reader"));
        server.token("other", Scope.READ);
        server.advance(Duration.ofSeconds(1));

        assertThat(reportWith(token)).isEqualTo(401);
    }

    @Test
    void theFirstTokenClosesTheServerForCallersWithoutOne() {
        assertThat(server.status(server.request(REPORT))).isEqualTo(200);

        server.token("reader", Scope.READ);
        server.advance(Duration.ofSeconds(1));

        assertThat(server.status(server.request(REPORT))).isEqualTo(401);
    }

    @Test
    void aTokenOfAnotherServiceIsNoHindranceWithoutTokens() {
        assertThat(reportWith("sk-or-v1-0000")).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For: 203.0.113.7", "Forwarded: for=203.0.113.7"})
    void aRequestThroughAProxyIsNotOfThisMachine(String header) {
        String[] parts = header.split(": ", 2);

        assertThat(server.status(server.request(REPORT).header(parts[0], parts[1]))).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:PORT",
                "localhost:1",
                "127.0.0.1:1",
                "localhost.evil.example:PORT",
                "[::1",
                "localhost:PORT@evil.example",
                ""
            })
    void refusesAHostThatIsNotThisServer(String host) throws IOException {
        String answer = server.raw(requestOf(host));

        assertThat(answer).startsWith("HTTP/1.1 421 ").contains("does not name this server");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:PORT", "LocalHost:PORT", "127.0.0.1:PORT", "[::1]:PORT"})
    void takesTheNamesOfThisMachine(String host) throws IOException {
        assertThat(server.raw(requestOf(host))).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void takesAConfiguredNameWithAToken() throws IOException {
        Path other = folder.resolve("other");
        assertThat(other.toFile().mkdir()).isTrue();
        ServerSettings settings =
                new ServerSettings(
                        InetAddress.getLoopbackAddress(),
                        0,
                        Set.of("ledger.example"),
                        Optional.empty());
        try (ServerUnderTest named = new ServerUnderTest(engine.empty(other), settings)) {
            assertThat(named.raw(requestOf("Ledger.Example"))).startsWith("HTTP/1.1 401 ");
            assertThat(named.raw(requestOf("evil.example"))).startsWith("HTTP/1.1 421 ");
            String token = named.token("reader", Scope.READ);
            assertThat(named.raw(requestOf("ledger.example\r\nAuthorization: Bearer " + token)))
                    .startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void aPageOfAnotherSiteChangesNothing() {
        assertThat(
                        server.status(
                                server.post(SESSION, "{}")
                                        .header("Origin", "https://evil.example")))
                .isEqualTo(403);
        assertThat(server.status(server.post(SESSION, "{}").header("Origin", "null")))
                .isEqualTo(403);
        assertThat(server.status(server.post(SESSION, "{}").header("Origin", server.origin())))
                .isEqualTo(400);
    }

    @Test
    void aSessionReadsUntilItIsSignedOut() {
        String token = server.token("reader", Scope.READ);
        HttpResponse<String> begun =
                server.send(server.post(SESSION, "{\"token\":\"" + token + "\"}"));
        String cookie = begun.headers().firstValue("Set-Cookie").orElseThrow();

        assertThat(begun.statusCode()).isEqualTo(201);
        assertThat(begun.body())
                .isEqualTo(
                        "{\"name\":\"reader\",\"scope\":\"read\",\"expires\":"
                                + "\"2026-03-02T00:00:00.000Z\"}");
        assertThat(cookie)
                .containsIgnoringCase("HttpOnly")
                .contains("SameSite=Strict")
                .contains("Max-Age=43200")
                .contains("Path=/")
                .doesNotContain("Secure")
                .doesNotContain(token);
        String pair = cookie.substring(0, cookie.indexOf(';'));
        assertThat(server.status(server.request(REPORT).header("Cookie", pair))).isEqualTo(200);

        assertThat(server.status(server.request(SESSION).header("Cookie", pair).DELETE()))
                .isEqualTo(403);
        HttpResponse<String> ended =
                server.send(
                        server.request(SESSION)
                                .header("Cookie", pair)
                                .header("Origin", server.origin())
                                .DELETE());

        assertThat(ended.statusCode()).isEqualTo(204);
        assertThat(ended.headers().firstValue("Set-Cookie").orElseThrow()).contains("Max-Age=0");
        assertThat(server.status(server.request(REPORT).header("Cookie", pair))).isEqualTo(401);
    }

    @Test
    void aSessionEndsWithItsToken() {
        String token = server.token("reader", Scope.READ);
        server.token("other", Scope.READ);
        String pair =
                signIn(server.post(SESSION, "{\"token\":\"" + token + "\"}"))
                        .replaceFirst(";.*", "");
        assertThat(server.status(server.request(REPORT).header("Cookie", pair))).isEqualTo(200);

        server.application().accessTokens().revoke(new TokenName("reader"));
        server.advance(Duration.ofSeconds(1));

        assertThat(server.status(server.request(REPORT).header("Cookie", pair))).isEqualTo(401);
    }

    @Test
    void theCookieIsSecureBehindAProxyWithTls() {
        String token = server.token("reader", Scope.READ);

        assertThat(
                        signIn(
                                server.post(SESSION, "{\"token\":\"" + token + "\"}")
                                        .header("X-Forwarded-Proto", "https")))
                .contains("Secure");
    }

    @Test
    void refusesToSignInWithoutALiveToken() {
        server.token("reader", Scope.READ);
        String expired = server.expiredToken("expired");

        assertThat(server.status(server.post(SESSION, "{\"token\":\"" + expired + "\"}")))
                .isEqualTo(403);
        assertThat(server.send(server.post(SESSION, "{}")).body()).contains("has no token");
        assertThat(server.status(server.post(SESSION, "{"))).isEqualTo(400);
        assertThat(server.status(server.post(SESSION, "[1]"))).isEqualTo(400);
        assertThat(server.status(server.post(SESSION, ""))).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET " + REPORT + " HTTP/1.1",
                "GET /ledger/v1/report?by=colour HTTP/1.1",
                "GET /nothing HTTP/1.1",
                "DELETE /ledger/v1/report HTTP/1.1"
            })
    void everyAnswerTellsBrowsersToTrustThisServerOnly(String line) throws IOException {
        String answer =
                server.raw(
                        line
                                + "\r\nHost: localhost:"
                                + server.server().url().getPort()
                                + "\r\nConnection: close\r\n\r\n");

        assertThat(answer.toLowerCase(Locale.ROOT))
                .contains("content-security-policy: default-src 'none'; script-src 'self';")
                .contains("require-trusted-types-for 'script'")
                .contains("x-content-type-options: nosniff")
                .contains("referrer-policy: no-referrer")
                .contains("cache-control: no-store")
                .doesNotContain("access-control-allow");
    }

    @Test
    void everyDenialTellsBrowsersSo() {
        server.token("reader", Scope.READ);

        assertThat(server.send(server.request(REPORT)).headers().map())
                .containsKeys("content-security-policy", "x-content-type-options");
    }

    private String signIn(HttpRequest.Builder request) {
        return server.send(request).headers().firstValue("Set-Cookie").orElseThrow();
    }

    private int reportWith(String token) {
        return server.status(server.request(REPORT).header("Authorization", "Bearer " + token));
    }

    private String requestOf(String host) {
        return "GET "
                + REPORT
                + " HTTP/1.1\r\nHost: "
                + host.replace("PORT", "" + server.server().url().getPort())
                + "\r\nConnection: close\r\n\r\n";
    }
}
