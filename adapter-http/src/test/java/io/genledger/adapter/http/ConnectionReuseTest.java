package io.genledger.adapter.http;

import static io.genledger.adapter.http.wire.Responses.document;
import static io.genledger.adapter.http.wire.Responses.error;
import static io.genledger.adapter.http.wire.Responses.json;
import static io.genledger.adapter.http.wire.Responses.notFound;
import static io.genledger.adapter.http.wire.Responses.record;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.genledger.adapter.http.wire.RawConnection;
import io.genledger.adapter.http.wire.RawServer;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.source.FetchOutcome;
import io.genledger.ports.source.SourceUnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a connection is used for another request, and when it is closed. */
@Timeout(30)
class ConnectionReuseTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final List<AutoCloseable> opened = new ArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable resource : opened) {
            resource.close();
        }
    }

    @Test
    void aConnectionWhoseResponsesNameTheRequestedIdsIsReused() {
        RawServer server = answering(id -> id.endsWith("7") ? notFound(id) : record(id));
        HttpGenerationSource source = source(server);

        for (int i = 0; i < 30; i++) {
            source.fetch(new GenerationId("gen-" + i));
        }
        // The next request may be sent before the connection of the last one is in the pool again.
        assertThat(server.connections()).isLessThan(10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":{\"id\":\"gen-other\",\"usage\":1}}",
                "{\"data\":{\"id\":\"gen-1x\",\"usage\":1}}",
                "{\"data\":{\"id\":\"x-gen-1\",\"usage\":1}}",
                "{\"data\":{\"usage\":1}}"
            })
    void aResponseThatDoesNotNameTheRequestedIdIsTheLastOfItsConnection(String body) {
        RawServer server = answering(id -> json("200 OK", body, ""));
        HttpGenerationSource source = source(server);

        assertThat(bodyOf(source, "gen-1")).isEqualTo(body);
        assertThat(bodyOf(source, "gen-1")).isEqualTo(body);
        assertThat(server.connections()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"404 Not Found", "400 Bad Request", "410 Gone"})
    void anErrorAboutAnotherIdEndsNothing(String status) {
        RawServer server = answering(id -> error(status, "Generation gen-other not found"));
        HttpGenerationSource source = source(server);

        assertThat(outageOf(source, "gen-1"))
                .hasMessageContaining(status.substring(0, 3) + " about gen-other instead of gen-1");
        assertThat(outageOf(source, "gen-2")).hasMessageContaining("about gen-other");
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void anErrorThatNamesNoIdIsAboutTheRequestedOne() {
        RawServer server = answering(id -> error("404 Not Found", "Generation not found"));

        assertThat(source(server).fetch(new GenerationId("gen-1")))
                .isInstanceOf(FetchOutcome.NotFound.class);
    }

    @Test
    void aSecondResponseIsNotTheOneToTheNextRequest() {
        RawServer server = answering(id -> record(id) + record(id));

        assertEachRecordIsOfItsId(source(server), 20);
        assertThat(server.connections()).isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 9, 20, 60, 80, 90, 100})
    void partOfASecondResponseIsNotTheBeginningOfTheNextOne(int bytes) {
        assertEachRecordIsOfItsId(
                source(answering(id -> record(id) + record(id).substring(0, bytes))), 20);
    }

    @Test
    void bytesBetweenRequestsCloseTheConnection() throws Exception {
        CountDownLatch read = new CountDownLatch(1);
        CompletableFuture<Boolean> closed = new CompletableFuture<>();
        RawServer server =
                started((connection, number) -> {
                    connection.send(record(connection.request()));
                    if (number == 1) {
                        read.await();
                        connection.send("H");
                        closed.complete(connection.isClosedByClient());
                    }
                });
        HttpGenerationSource source = source(server);

        bodyOf(source, "gen-1");
        read.countDown();

        assertThat(closed.get()).isTrue();
        assertThat(bodyOf(source, "gen-2")).isEqualTo(document("gen-2"));
    }

    @Test
    void aRequestOnAConnectionThatTheServerHadClosedIsSentAgain() {
        assertThat(requestsWhenEachConnectionEnds(connection -> {})).isGreaterThan(50);
    }

    @Test
    void aRequestOnAConnectionThatTheServerResetsIsSentAgain() {
        assertThat(requestsWhenEachConnectionEnds(RawConnection::reset)).isGreaterThan(50);
    }

    /** Each connection ends at its second request. */
    private int requestsWhenEachConnectionEnds(Ending ending) {
        AtomicInteger requests = new AtomicInteger();
        RawServer server =
                started((connection, number) -> {
                    connection.send(record(connection.request()));
                    requests.incrementAndGet();
                    connection.request();
                    requests.incrementAndGet();
                    ending.end(connection);
                });
        assertEachRecordIsOfItsId(source(server), 50);
        return requests.get();
    }

    @Test
    void aServerThatClosesEachConnectionAfterItsResponseLosesNoRequest() {
        RawServer server =
                started((connection, number) -> connection.send(record(connection.request())));

        assertEachRecordIsOfItsId(source(server), 1000);
    }

    @Test
    void theRequestIsSentAgainOnceOnly() throws Exception {
        FailingServer server = new FailingServer("");
        HttpGenerationSource source = source(server.server);
        server.failAfter(source);

        for (int i = 0; i < 3; i++) {
            assertThat(outageOf(source, "gen-2")).hasMessageContaining("closed the connection");
        }
        // One fetch at least found a connection in the pool; none sent more than two requests.
        assertThat(server.failed.get()).isBetween(4, 6);
    }

    @Test
    void aResponseThatHadBegunIsNotRequestedAgain() throws Exception {
        FailingServer server = new FailingServer("H");
        HttpGenerationSource source = source(server.server);
        server.failAfter(source);

        for (int i = 0; i < 3; i++) {
            assertThat(outageOf(source, "gen-2")).hasMessageContaining("closed the connection");
        }
        assertThat(server.failed).hasValue(3);
    }

    @Test
    void aRequestOnANewConnectionIsNotSentAgain() {
        RawServer server = started((connection, number) -> connection.request());

        assertThat(outageOf(source(server), "gen-1")).hasMessageContaining("closed the connection");
        assertThat(server.connections()).isEqualTo(1);
    }

    /** Serves records, and from a moment on, closes the connection of each request. */
    private final class FailingServer {

        private final AtomicInteger failed = new AtomicInteger();
        private final AtomicBoolean failing = new AtomicBoolean();
        private final RawServer server;

        FailingServer(String lastBytes) {
            server =
                    started((connection, number) -> {
                        String id = connection.request();
                        while (!failing.get()) {
                            connection.send(record(id));
                            id = connection.request();
                        }
                        failed.incrementAndGet();
                        connection.send(lastBytes);
                    });
        }

        /** Fills the pool of the source with connections, and fails from then on. */
        void failAfter(HttpGenerationSource source) throws Exception {
            List<Future<String>> bodies = new ArrayList<>();
            try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 8; i++) {
                    bodies.add(callers.submit(() -> bodyOf(source, "gen-1")));
                }
            }
            for (Future<String> body : bodies) {
                assertThat(body.get()).isEqualTo(document("gen-1"));
            }
            failing.set(true);
        }
    }

    @Test
    void anUnusedConnectionIsClosedAfterTheIdleTimeout() throws Exception {
        assertThat(closedByClient(Duration.ofMillis(20), HOUR).get()).isTrue();
    }

    @Test
    void aConnectionIsClosedAtItsAge() throws Exception {
        assertThat(closedByClient(HOUR, Duration.ofMillis(20)).get()).isTrue();
    }

    private CompletableFuture<Boolean> closedByClient(Duration idleTimeout, Duration age) {
        CompletableFuture<Boolean> closed = new CompletableFuture<>();
        RawServer server =
                started((connection, number) -> {
                    connection.send(record(connection.request()));
                    closed.complete(connection.isClosedByClient());
                });
        bodyOf(source(server, idleTimeout, age), "gen-1");
        return closed;
    }

    @Test
    void headersOfThirtyKilobytesAreRead() {
        String headers = ("Set-Cookie: " + "c".repeat(1000) + "\r\n").repeat(30);
        RawServer server = answering(id -> json("200 OK", document(id), headers));

        assertThat(bodyOf(source(server), "gen-1")).isEqualTo(document("gen-1"));
    }

    @Test
    void headersWithoutEndAreNamed() {
        String headers = ("Set-Cookie: " + "c".repeat(1000) + "\r\n").repeat(40);
        RawServer server = answering(id -> json("200 OK", document(id), headers));

        assertThat(outageOf(source(server), "gen-1"))
                .hasMessageContaining("no valid HTTP response")
                .hasMessageContaining("32768");
    }

    /** A response as a function of the requested id. */
    private interface Answer {
        String to(String id);
    }

    private RawServer answering(Answer answer) {
        return started((connection, number) -> {
            while (true) {
                connection.send(answer.to(connection.request()));
            }
        });
    }

    /** How a connection ends. */
    private interface Ending {
        void end(RawConnection connection) throws IOException;
    }

    private static void assertEachRecordIsOfItsId(HttpGenerationSource source, int ids) {
        for (int i = 0; i < ids; i++) {
            assertThat(bodyOf(source, "gen-" + i)).isEqualTo(document("gen-" + i));
        }
    }

    private static String bodyOf(HttpGenerationSource source, String id) {
        return source.fetch(new GenerationId(id))
                .fold(
                        found -> new String(found.document().bytes(), UTF_8),
                        Object::toString,
                        Object::toString);
    }

    private static SourceUnavailableException outageOf(HttpGenerationSource source, String id) {
        return catchThrowableOfType(
                SourceUnavailableException.class, () -> source.fetch(new GenerationId(id)));
    }

    private RawServer started(RawServer.Script script) {
        RawServer server = RawServer.start(script);
        opened.add(server);
        return server;
    }

    private HttpGenerationSource source(RawServer server) {
        return source(HttpSourceSettings.DEFAULT.withBase(server.baseUri()).withMaxConnections(8));
    }

    private HttpGenerationSource source(RawServer server, Duration idleTimeout, Duration age) {
        return source(
                new HttpSourceSettings(
                        server.baseUri(),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(20),
                        1 << 20,
                        8,
                        idleTimeout,
                        age,
                        Optional.empty()));
    }

    private HttpGenerationSource source(HttpSourceSettings settings) {
        HttpGenerationSource source =
                new HttpGenerationSource(
                        new ApiKey("sk-or-v1-0123456789abcdef"), settings, InstantSource.system());
        opened.add(source);
        return source;
    }
}
