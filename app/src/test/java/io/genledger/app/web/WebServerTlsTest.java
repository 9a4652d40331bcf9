package io.genledger.app.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genledger.app.LedgerEngine;
import io.genledger.app.TestLedger;
import io.genledger.app.web.ServerSettings.Tls;
import io.genledger.ports.access.Scope;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class WebServerTlsTest {

    private static final String SESSION = "/ledger/v1/session";

    @TempDir Path folder;

    private ServerUnderTest server;
    private HttpClient client;

    @BeforeEach
    void start() throws Exception {
        SelfSigned certificate = SelfSigned.in(folder);
        client = HttpClient.newBuilder().sslContext(certificate.trusting()).build();
        server =
                new ServerUnderTest(
                        LedgerEngine.SQLITE.empty(folder),
                        new ServerSettings(
                                InetAddress.getLoopbackAddress(),
                                0,
                                Set.of(),
                                Optional.of(new Tls(certificate.pem(), certificate.key()))));
    }

    @AfterEach
    void stop() {
        server.close();
        client.close();
    }

    @Test
    void answersOverHttpsAndTellsBrowsersToStayThere() throws Exception {
        HttpResponse<String> live = send(request("/health/live"));

        assertThat(server.server().url()).hasScheme("https");
        assertThat(live.statusCode()).isEqualTo(200);
        assertThat(live.headers().firstValue("Strict-Transport-Security"))
                .hasValue("max-age=31536000");
    }

    @Test
    void aSessionsCookieIsSecure() throws Exception {
        String token = server.token("reader", Scope.READ);
        HttpResponse<String> begun =
                send(
                        request(SESSION)
                                .header("Content-Type", "application/json")
                                .header("Origin", origin("https"))
                                .POST(BodyPublishers.ofString("{\"token\":\"" + token + "\"}")));
        String cookie = begun.headers().firstValue("Set-Cookie").orElseThrow();

        assertThat(begun.statusCode()).isEqualTo(201);
        assertThat(cookie).contains("Secure", "SameSite=Strict").containsIgnoringCase("HttpOnly");

        String pair = cookie.substring(0, cookie.indexOf(';'));
        assertThat(signOut(pair, "http")).isEqualTo(403);
        assertThat(signOut(pair, "https")).isEqualTo(204);
    }

    private int signOut(String cookie, String scheme) throws Exception {
        return send(request(SESSION)
                        .header("Cookie", cookie)
                        .header("Origin", origin(scheme))
                        .DELETE())
                .statusCode();
    }

    @Test
    void plainHttpIsNotAnsweredAndDisturbsNothing() throws Exception {
        String answer = server.raw("GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n");

        assertThat(answer).doesNotContain("\"live\"");
        assertThat(send(request("/health/live")).statusCode()).isEqualTo(200);
    }

    @Test
    void httpsIsNotAnsweredByAServerWithoutTls() throws Exception {
        TestLedger other = new TestLedger(folder.resolve("other.db").toString());
        try (ServerUnderTest plain = ServerUnderTest.onLoopback(other)) {
            URI https = URI.create(plain.origin().replace("http:", "https:") + "/health/live");

            assertThatThrownBy(() -> send(HttpRequest.newBuilder(https)))
                    .isInstanceOf(IOException.class);
            assertThat(plain.status(plain.request("/health/live"))).isEqualTo(200);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(origin("https") + path));
    }

    private String origin(String scheme) {
        return scheme + "://127.0.0.1:" + server.server().url().getPort();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString(US_ASCII));
    }
}
