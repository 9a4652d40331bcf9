package io.genledger.app.web;

import io.genledger.app.Application;
import io.genledger.app.LakeQuestions;
import io.genledger.app.LedgerEngine;
import io.genledger.app.TestLedger;
import io.genledger.app.cli.Shell;
import io.genledger.app.view.health.ServerView;
import io.genledger.app.view.health.TaskView;
import io.genledger.ports.usecase.runtime.RunEnvironment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A server over a ledger of its own, on a free port. Its clock stands still at {@link Shell#NOW}
 * until it is advanced.
 */
public final class RunningServer implements AutoCloseable {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private final AtomicReference<Instant> now = new AtomicReference<>(Shell.NOW);
    private final TestLedger ledger;
    private static final ServerView WITH_LAKE =
            new ServerView(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    true,
                    TaskView.NEW);

    private final Path folder;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Application application;
    private final WebServer server;

    public RunningServer(Path folder) {
        this(LedgerEngine.SQLITE, folder);
    }

    public RunningServer(LedgerEngine engine, Path folder) {
        this(engine.empty(folder), folder);
    }

    /** A server over a ledger that others may have, too. */
    public RunningServer(TestLedger ledger, Path folder) {
        this(ledger, folder, Optional.empty());
    }

    /** A server that answers questions about a lake. */
    public RunningServer(Path folder, LakeQuestions lake) {
        this(LedgerEngine.SQLITE.empty(folder), folder, Optional.of(lake));
    }

    private RunningServer(TestLedger ledger, Path folder, Optional<LakeQuestions> lake) {
        this.folder = folder;
        this.ledger = ledger;
        RunEnvironment real = Application.runtime();
        application =
                ledger.address()
                        .open(
                                new RunEnvironment(
                                        now::get,
                                        real.monotonic(),
                                        real.workers(),
                                        real.waiter(),
                                        real.random()));
        try {
            server =
                    WebServer.start(
                            new ServerSettings(InetAddress.getLoopbackAddress(), 0),
                            new LedgerAccess(
                                    application,
                                    "ledger.db",
                                    lake,
                                    now::get,
                                    () -> lake.isPresent() ? WITH_LAKE : ServerView.IDLE,
                                    RequestObserver.NONE));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public Application application() {
        return application;
    }

    public void advance(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    public URI url() {
        return server.url();
    }

    /** The server's beans and routes. */
    public io.micronaut.context.ApplicationContext context() {
        return server.context();
    }

    /** A shell over the same ledger, beside the server. */
    public Shell shell() {
        return new Shell(ledger.location(), folder.resolve("working folder"));
    }

    /** Imports documents beside the server. */
    public void record(byte[]... documents) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] document : documents) {
            all.writeBytes(document);
            all.write('\n');
        }
        Shell.Result done = shell().typing(all.toByteArray()).run("import", "-");
        if (done.exitCode() != 0) {
            throw new IllegalStateException(done.err());
        }
    }

    /** Changes the ledger's tables beside the server. */
    public void sql(String statement) throws SQLException {
        ledger.change(statement);
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).build());
    }

    public CompletableFuture<HttpResponse<String>> getAsync(String path) {
        return client.sendAsync(
                request(path).build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    public HttpResponse<String> post(String path) {
        return send(request(path).POST(BodyPublishers.noBody()).build());
    }

    /** Sends {@code body} by {@code method}. */
    public HttpResponse<String> send(String method, String path, byte[] body, String... headers) {
        return send(
                request(path, headers).method(method, BodyPublishers.ofByteArray(body)).build());
    }

    public HttpResponse<byte[]> bytes(String path) {
        try {
            return client.send(request(path).build(), BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The JSON of the answer to a request that succeeds. */
    public JsonNode json(String path) {
        HttpResponse<String> answer = get(path);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + answer + " " + answer.body());
        }
        return json(answer);
    }

    public static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.url().resolve(path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    /** Every answer of a test is compared with the document of all routes. */
    private HttpResponse<String> send(HttpRequest request) {
        try {
            HttpResponse<String> answer =
                    client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            DocumentedAnswers.of(url()).check(answer, answer.body());
            return answer;
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        server.close();
        application.close();
    }
}
