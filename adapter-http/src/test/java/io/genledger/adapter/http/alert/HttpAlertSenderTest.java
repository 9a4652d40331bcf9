package io.genledger.adapter.http.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpServer;
import io.genledger.ports.alert.Alert;
import io.genledger.ports.alert.AlertUndeliveredException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpAlertSenderTest {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final Alert ALERT = new Alert("queue-age", true, 660, 600, NOW);

    private final List<String> received = Collections.synchronizedList(new ArrayList<>());
    private final HttpServer server = newServer();
    private volatile int status = 204;

    @BeforeEach
    void listen() {
        server.createContext(
                "/hook",
                exchange -> {
                    received.add(exchange.getRequestHeaders().getFirst("Genledger-Timestamp"));
                    received.add(exchange.getRequestHeaders().getFirst("Genledger-Signature"));
                    received.add(
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8));
                    exchange.sendResponseHeaders(status, -1);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    /** The signature is that of: printf %s "1796040000.$BODY" | openssl dgst -sha256 -hmac KEY. */
    @Test
    void aMessageIsSignedWithItsTime() {
        sender().send(ALERT);

        assertThat(received)
                .containsExactly(
                        "1796040000",
                        "sha256=76a8ef951da7c77cf9d7da97432f4fc363f86068c279027df58e828a862e1684",
                        "{\"rule\":\"queue-age\",\"state\":\"firing\",\"value\":660,"
                                + "\"threshold\":600,\"at\":\"2026-11-30T12:00:00Z\"}");
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 500})
    void aMessageThatTheReceiverDoesNotAcceptIsUndelivered(int answer) {
        status = answer;
        assertThatExceptionOfType(AlertUndeliveredException.class)
                .isThrownBy(() -> sender().send(ALERT))
                .withMessageContaining("answered " + answer);
    }

    @Test
    void aMessageToAClosedPortIsUndelivered() {
        HttpAlertSender sender = sender();
        server.stop(0);
        assertThatExceptionOfType(AlertUndeliveredException.class)
                .isThrownBy(() -> sender.send(ALERT))
                .withMessageNotContaining("hook");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://localhost/hook", "https:hook", "hook"})
    void anotherUrlIsRefused(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new HttpAlertSender(URI.create(url), secret(), InstantSource.fixed(NOW)));
    }

    @Test
    void aShortSecretIsRefusedAndNoneIsShown() {
        assertThatIllegalArgumentException().isThrownBy(() -> new WebhookSecret("too short"));
        assertThat(secret()).hasToString("WebhookSecret[hidden]");
    }

    private static HttpServer newServer() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private HttpAlertSender sender() {
        URI hook = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
        return new HttpAlertSender(hook, secret(), InstantSource.fixed(NOW));
    }

    private static WebhookSecret secret() {
        return new WebhookSecret("0123456789abcdef");
    }
}
