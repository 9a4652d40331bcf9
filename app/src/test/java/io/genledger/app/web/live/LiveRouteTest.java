package io.genledger.app.web.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.json.RecordedDocuments;
import io.genledger.adapter.json.RecordedDocuments.Recorded;
import io.genledger.app.LedgerEngine;
import io.genledger.app.cli.Shell;
import io.genledger.app.web.CapturedLog;
import io.genledger.app.web.LedgerAccess;
import io.genledger.app.web.RunningServer;
import io.genledger.ports.access.Scope;
import io.genledger.ports.access.TokenName;
import io.micronaut.http.sse.Event;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(LedgerEngine.class)
@Timeout(60)
class LiveRouteTest {

    private static final String ONE = "gen-1755676927-0000000000000000000A";
    private static final String COMPLETION =
            """
            {"id":"%s","object":"chat.completion","created":1755676927,"model":"openai/gpt-4o",\
            "choices":[],"usage":{"prompt_tokens":1,"completion_tokens":1,"total_tokens":2,\
            "cost":%s}}
            """;

    @TempDir Path folder;
    private final LedgerEngine engine;
    private RunningServer server;

    LiveRouteTest(LedgerEngine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void start() {
        server = new RunningServer(engine, folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whatIsRecordedAndCorrectedIsSentToEachClient() throws Exception {
        try (BufferedReader first = open();
                BufferedReader second = open()) {
            assertThat(event(first)).containsExactly("event: queue", EMPTY_QUEUE);
            assertThat(event(second)).containsExactly("event: queue", EMPTY_QUEUE);

            post(COMPLETION.formatted(ONE, "0.25"));
            assertThat(event(first))
                    .containsExactly("id: 1", "event: recorded", data(1, ONE))
                    .isEqualTo(event(second));

            post(COMPLETION.formatted(ONE, "0.50"));
            List<String> corrected = event(first);
            assertThat(corrected).contains("event: corrected");
            assertThat(corrected.getLast()).contains(ONE).doesNotContain(data(1, ONE));
        }
    }

    @Test
    void aClientResumesBehindTheLastEventThatItKnows() throws Exception {
        List<Recorded> records = RecordedDocuments.records();
        server.record(records.stream().map(Recorded::bytes).toArray(byte[][]::new));

        try (BufferedReader lines = open("Last-Event-ID", "1")) {
            assertThat(event(lines)).contains("event: queue");
            for (int number = 2; number <= records.size(); number++) {
                assertThat(event(lines)).contains("id: " + number, "event: recorded");
            }
        }
    }

    @Test
    void theQueueIsSentWhenItChanges() throws Exception {
        try (BufferedReader lines = open()) {
            event(lines);

            post(ONE);

            assertThat(event(lines))
                    .containsExactly(
                            "event: queue",
                            "data: {\"pending\":1,\"claimed\":0,\"givenUp\":0,\"refused\":0}");
        }
    }

    @Test
    void aMalformedLastEventIdIsAProblem() {
        assertThat(server.get("/ledger/v1/live", "Last-Event-ID", "-1").statusCode())
                .isEqualTo(400);
        assertThat(server.get("/ledger/v1/live", "Last-Event-ID", "first").body())
                .contains("a whole number");
    }

    @Test
    void theStreamEndsWhenTheServerStops() throws Exception {
        try (BufferedReader lines = open()) {
            event(lines);
            long begun = System.nanoTime();
            Thread stopping = Thread.startVirtualThread(server::close);

            assertThat(lines.lines()).isEmpty();
            stopping.join();
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isLessThan(Duration.ofSeconds(7));
        }
    }

    @Test
    void theStreamEndsWhenItsTokenIsRevoked() throws Exception {
        token("other", Optional.empty());
        String secret = token("screen", Optional.empty());

        try (BufferedReader lines = open("Authorization", "Bearer " + secret)) {
            assertThat(event(lines)).contains("event: queue");
            server.application().accessTokens().revoke(new TokenName("screen"));
            server.advance(Duration.ofSeconds(1));

            assertThat(lines.lines()).isEmpty();
        }
        assertThat(server.get("/ledger/v1/live", "Authorization", "Bearer " + secret).statusCode())
                .isEqualTo(401);
    }

    @Test
    void theStreamEndsWhenItsTokenExpires() throws Exception {
        String secret = token("screen", Optional.of(Duration.ofHours(1)));

        try (BufferedReader lines = open("Authorization", "Bearer " + secret)) {
            assertThat(event(lines)).contains("event: queue");
            server.advance(Duration.ofHours(1));

            assertThat(lines.lines()).isEmpty();
        }
    }

    @Test
    void theStreamOfThisMachineEndsWhenTheFirstTokenIsMade() throws Exception {
        try (BufferedReader lines = open()) {
            assertThat(event(lines)).contains("event: queue");
            token("first", Optional.empty());
            server.advance(Duration.ofSeconds(1));

            assertThat(lines.lines()).isEmpty();
        }
    }

    /** The framework's own publisher fails for a part that comes when the client goes. */
    @Test
    void aClientThatGoesAwayAtOnceIsNoFailure() throws Exception {
        LiveFeed feed = server.context().getBean(LiveFeed.class);
        server.record(
                RecordedDocuments.records().stream().map(Recorded::bytes).toArray(byte[][]::new));
        try (CapturedLog log = new CapturedLog()) {
            for (int client = 0; client < 200; client++) {
                breakOff("/ledger/v1/live");
                breakOff("/ledger/v1/export?format=ndjson");
            }
            assertThat(server.get("/ledger/v1/status").statusCode()).isEqualTo(200);
            while (feed.clients() > 0) {
                Thread.onSpinWait();
            }

            assertThat(log.text()).isEmpty();
        }
    }

    /** Sends a request, and resets the connection. */
    private void breakOff(String path) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.url().getPort())) {
            socket.setSoLinger(true, 0);
            socket.getOutputStream()
                    .write(
                            "GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n"
                                    .formatted(path)
                                    .getBytes(UTF_8));
        }
    }

    @Test
    void everyFifteenthLookSendsAComment() {
        LiveFeed feed = feed();
        List<Event<?>> events = new ArrayList<>();
        var client = feed.events(Optional.empty(), () -> true).subscribe(events::add);

        for (int look = 0; look < 14; look++) {
            feed.look();
        }
        assertThat(events).hasSize(1);
        feed.look();

        assertThat(events).hasSize(2);
        assertThat(events.getLast().getComment()).isEqualTo("heartbeat");
        assertThat(events.getLast().getData()).isEqualTo("");
        client.dispose();
        assertThat(feed.clients()).isZero();
    }

    @Test
    void aClientThatReadsTooSlowlyIsEnded() {
        LiveClient client = new LiveClient(0, () -> true);
        for (int i = 0; i <= LiveClient.BUFFER; i++) {
            client.addHeartbeat();
        }

        assertThat(client.events().collectList().block()).hasSize(LiveClient.BUFFER);
    }

    @Test
    void aFeedThatHasEndedRefusesClients() {
        LiveFeed feed = feed();
        var ended = feed.events(Optional.empty(), () -> true).collectList().toFuture();

        feed.close();

        assertThat(ended.join()).hasSize(1);
        assertThat(feed.clients()).isZero();
    }

    private static final String EMPTY_QUEUE =
            "data: {\"pending\":0,\"claimed\":0,\"givenUp\":0,\"refused\":0}";

    private LiveFeed feed() {
        return new LiveFeed(
                new LedgerAccess(
                        server.application(), "ledger.db", InstantSource.fixed(Shell.NOW)));
    }

    private static String data(int number, String id) {
        return "data: {\"number\":%d,\"id\":\"%s\"}".formatted(number, id);
    }

    private void post(String body) {
        assertThat(server.send("POST", "/ledger/v1/generations", body.getBytes(UTF_8)).statusCode())
                .isEqualTo(202);
    }

    private String token(String name, Optional<Duration> life) {
        return server.application()
                .createToken()
                .create(new TokenName(name), Scope.READ, life)
                .orElseThrow()
                .secret()
                .value();
    }

    private BufferedReader open(String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.url().resolve("/ledger/v1/live"));
        var answer =
                HttpClient.newHttpClient()
                        .send(
                                (headers.length == 0 ? request : request.headers(headers)).build(),
                                BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/event-stream");
        return new BufferedReader(new InputStreamReader(answer.body(), UTF_8));
    }

    /** The lines of the next event. */
    private static List<String> event(BufferedReader lines) throws IOException {
        List<String> event = new ArrayList<>();
        for (String line = lines.readLine();
                line != null && !(line.isEmpty() && !event.isEmpty());
                line = lines.readLine()) {
            if (!line.isEmpty()) {
                event.add(line);
            }
        }
        return event;
    }
}
