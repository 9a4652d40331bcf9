package io.genledger.app.web;

import io.genledger.app.Application;
import io.genledger.app.LedgerEngine;
import io.genledger.app.TestLedger;
import io.genledger.app.view.health.ServerView;
import io.genledger.ports.access.AccessToken;
import io.genledger.ports.access.Scope;
import io.genledger.ports.access.TokenName;
import io.genledger.ports.access.TokenSecret;
import io.genledger.ports.usecase.runtime.RunEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** A running server over a ledger of its own, whose clock stands still until it is advanced. */
final class ServerUnderTest implements AutoCloseable {

    static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final TestLedger ledger;
    private final AtomicReference<ServerView> services = new AtomicReference<>(ServerView.IDLE);
    private final Application application;
    private final WebServer server;

    ServerUnderTest(Path folder, ServerSettings settings) throws IOException {
        this(LedgerEngine.SQLITE.empty(folder), settings);
    }

    ServerUnderTest(TestLedger ledger, ServerSettings settings) throws IOException {
        this.ledger = ledger;
        RunEnvironment real = Application.runtime();
        RunEnvironment runtime =
                new RunEnvironment(
                        now::get, real.monotonic(), real.workers(), real.waiter(), real.random());
        application = ledger.address().open(runtime);
        server =
                WebServer.start(
                        settings,
                        new LedgerAccess(
                                application,
                                "ledger.db",
                                Optional.empty(),
                                now::get,
                                services::get,
                                RequestObserver.NONE));
    }

    /** A server that only this machine reaches. */
    static ServerUnderTest onLoopback(Path folder) throws IOException {
        return onLoopback(LedgerEngine.SQLITE.empty(folder));
    }

    /** A server that only this machine reaches. */
    static ServerUnderTest onLoopback(TestLedger ledger) throws IOException {
        return new ServerUnderTest(ledger, new ServerSettings(InetAddress.getLoopbackAddress(), 0));
    }

    /** A server that other machines reach. */
    static ServerUnderTest onAllAddresses(TestLedger ledger) throws IOException {
        return new ServerUnderTest(ledger, new ServerSettings(InetAddress.getByName("0.0.0.0"), 0));
    }

    TestLedger ledger() {
        return ledger;
    }

    Application application() {
        return application;
    }

    WebServer server() {
        return server;
    }

    /** States what runs beside the requests. */
    void services(ServerView state) {
        services.set(state);
    }

    void advance(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    void moveTo(Instant moment) {
        now.set(moment);
    }

    /** The secret of a new token. */
    String token(String name, Scope scope) {
        return application
                .createToken()
                .create(new TokenName(name), scope, Optional.empty())
                .orElseThrow()
                .secret()
                .value();
    }

    /** The secret of a new token that expired an hour ago. */
    String expiredToken(String name) {
        TokenSecret secret = TokenSecret.draw(new SecureRandom());
        application
                .accessTokens()
                .create(
                        new AccessToken(
                                new TokenName(name),
                                Scope.ADMIN,
                                START.minusSeconds(7200),
                                Optional.of(START.minusSeconds(3600))),
                        secret.digest());
        return secret.value();
    }

    /** The origin of the server's own pages. */
    String origin() {
        return "http://127.0.0.1:" + server.url().getPort();
    }

    /** A request to {@code path}, as this machine addresses the server. */
    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(origin() + path));
    }

    HttpRequest.Builder post(String path, String json) {
        return request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString());
            documented().check(answer, answer.body());
            return answer;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** Every answer of a test is compared with the document of all routes. */
    private DocumentedAnswers documented() {
        return DocumentedAnswers.of(URI.create(origin()));
    }

    /** The status of the answer, of which no more is read: it may have no end. */
    int status(HttpRequest.Builder request) {
        try {
            var answer = CLIENT.send(request.build(), BodyHandlers.ofInputStream());
            answer.body().close();
            documented().check(answer, "");
            return answer.statusCode();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** What the server answers to {@code text} until it closes the connection. */
    String raw(String text) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.url().getPort())) {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        server.close();
        application.close();
    }
}
