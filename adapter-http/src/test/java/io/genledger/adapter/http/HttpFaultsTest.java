package io.genledger.adapter.http;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.genledger.adapter.http.simulator.behaviour.Behaviour;
import io.genledger.adapter.http.simulator.behaviour.Behaviours;
import io.genledger.adapter.http.simulator.reply.Reply;
import io.genledger.adapter.http.simulator.reply.Response;
import io.genledger.adapter.http.simulator.server.OpenRouterSimulator;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.source.FetchOutcome;
import io.genledger.ports.source.SourceRefusedException;
import io.genledger.ports.source.SourceUnavailableException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults of a server or network, and the outcome or exception that each becomes. */
class HttpFaultsTest {

    private static final String KEY = "sk-or-v1-0123456789abcdef";
    private static final GenerationId ID = new GenerationId("gen-1755676927-7WlHzIQWGoPWoKYj3Arf");
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Response DOCUMENT = Reply.document("{\"data\":{}}".getBytes(UTF_8));

    private final List<AutoCloseable> opened = new ArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable resource : opened) {
            resource.close();
        }
    }

    @Test
    void a404IsNotFound() {
        assertThat(outcomeOf(Reply.error(404, "Generation x not found")))
                .isEqualTo(new FetchOutcome.NotFound(ID, "Generation x not found"));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 405, 409, 410, 413, 418, 422, 451})
    void another4xxRejectsTheId(int status) {
        assertThat(outcomeOf(Reply.error(status, "no such thing")))
                .isEqualTo(new FetchOutcome.Rejected(ID, "no such thing"));
    }

    @ParameterizedTest
    @CsvSource({
        "401, check OPENROUTER_API_KEY",
        "402, add credits",
        "403, does not permit this key",
    })
    void aRefusalAdvisesAndQuotesOpenRouter(int status, String advice) {
        SourceRefusedException refusal =
                catchThrowableOfType(
                        SourceRefusedException.class,
                        () -> outcomeOf(Reply.error(status, "Because of this.")));

        assertThat(refusal)
                .hasMessageContaining(advice)
                .hasMessageContaining("Because of this. (" + status + ")");
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504, 524, 529, 204, 206, 600})
    void anyOtherStatusIsAnOutage(int status) {
        SourceUnavailableException outage = outage(Reply.error(status, "Try later"));

        assertThat(outage).hasMessageContaining("127.0.0.1:").hasMessageContaining("" + status);
        assertThat(outage.retryAfter()).isEmpty();
        assertThat(outage.isRateLimited()).isEqualTo(List.of(408, 429, 503).contains(status));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "30                             | PT30S",
                "Mon, 23 Nov 2026 12:02:00 GMT  | PT2M",
                "Mon, 23 Nov 2026 11:00:00 GMT  | PT0S",
            })
    void anOutageKeepsRetryAfter(String header, Duration pause) {
        for (int status : new int[] {408, 429, 500, 502, 503, 529}) {
            SourceUnavailableException outage =
                    outage(Reply.error(status, "").with("retry-after", header));

            assertThat(outage.retryAfter()).isEqualTo(Optional.of(pause));
            assertThat(outage.isRateLimited()).isTrue();
        }
    }

    @Test
    void aMessageThatRepeatsTheReasonPhraseIsStatedOnce() {
        assertThat(outage(Reply.error(503)))
                .hasMessageEndingWith("answered 503 Service Unavailable");
        assertThat(outage(Reply.error(429)))
                .hasMessageEndingWith("answered 429 Too Many Requests: Rate limit exceeded");
    }

    @Test
    void aWebPageIsNotOpenRouter() {
        assertThat(outage(Reply.page(200, "<html>Log in</html>")))
                .hasMessageContaining("200 with text/html instead of JSON");
        assertThat(outage(Reply.page(404, "<html>No such page</html>")))
                .hasMessageContaining("404 with text/html instead of JSON");
        assertThat(outage(Reply.page(502, "<html>Bad gateway</html>")))
                .hasMessageEndingWith("answered 502 Bad Gateway");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 405, 407, 418, 451})
    void aRefusalByAProxyIsAnOutage(int status) {
        byte[] words = "nginx: no".getBytes(UTF_8);

        assertThat(outage(new Response(status, Map.of("content-type", "text/plain"), words)))
                .hasMessageContaining(status + " with text/plain instead of JSON");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 402, 403, 404, 405, 410})
    void aRefusalInJsonByAGatewayIsAnOutage(int status) {
        byte[] words = "{\"message\":\"no Route matched\"}".getBytes(UTF_8);

        assertThat(outage(new Response(status, Map.of("content-type", "application/json"), words)))
                .hasMessageContaining(status + " without the error object that OpenRouter sends");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 402, 403})
    void aWebPageDoesNotRefuseTheKey(int status) {
        assertThat(outage(Reply.page(status, "<html>Log in</html>")))
                .hasMessageContaining(status + " with text/html instead of JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "nonsense;;=,/", "application/jsonp"})
    void anotherContentTypeIsNotADocument(String type) {
        assertThat(outage(DOCUMENT.with("content-type", type)))
                .hasMessageContaining("instead of JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Application/JSON; charset=utf-8", "application/vnd.api+json"})
    void jsonHasMoreThanOneSpelling(String type) {
        assertThat(outcomeOf(DOCUMENT.with("content-type", type)))
                .isInstanceOf(FetchOutcome.Found.class);
    }

    @Test
    void withoutAContentTypeTheFirstCharacterDecides() {
        assertThat(outcomeOf(new Response(200, Map.of(), "\n {\"data\":{}}".getBytes(UTF_8))))
                .isInstanceOf(FetchOutcome.Found.class);
        assertThat(outcomeOf(new Response(404, Map.of(), "{\"error\":{}}".getBytes(UTF_8))))
                .isInstanceOf(FetchOutcome.NotFound.class);
        assertThat(outage(new Response(404, Map.of(), "no such page".getBytes(UTF_8))))
                .hasMessageContaining("404 with no content type instead of JSON");
    }

    @Test
    void anEmptyBodyIsAnOutage() {
        assertThat(outage(Reply.document(new byte[0]))).hasMessageContaining("empty body");
    }

    @Test
    void anOversizedBodyIsAnOutage() {
        assertThat(outage(Reply.document(new byte[2 << 20])))
                .hasMessageContaining("exceeds 1048576 bytes");
    }

    @Test
    void aBodyOfTheMaximumSizeIsRead() {
        assertThat(outcomeOf(Reply.document(new byte[1 << 20])))
                .isInstanceOf(FetchOutcome.Found.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10})
    void aTruncatedBodyIsNeverADocument(int bytes) {
        assertThat(outage(DOCUMENT.truncatedAfter(bytes)))
                .hasMessageContaining("closed the connection before its response was complete");
    }

    @Test
    void aResetIsAnOutage() {
        assertThat(outage(Reply.reset())).hasMessageMatching("the connection to .* was lost: .*");
    }

    @Test
    void silenceEndsWithTheReadTimeout() {
        URI base = started(Behaviours.always(Reply.silence())).baseUri();
        HttpSourceSettings settings =
                settings(base, Duration.ofMillis(200), Duration.ofSeconds(20));

        assertThat(outageOf(source(settings))).hasMessageEndingWith("sent nothing for 200 ms");
    }

    @Test
    void aTricklingBodyEndsWithTheRequestTimeoutAndFreesItsConnection() {
        Reply endless = Reply.document(new byte[100_000]).trickling(Duration.ofMillis(50));
        Behaviour behaviour = request -> request.nth() == 1 ? endless : DOCUMENT;
        HttpSourceSettings settings =
                settings(
                        started(behaviour).baseUri(),
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(1));
        HttpGenerationSource source = source(settings);

        assertThat(outageOf(source))
                .hasMessageEndingWith("did not complete its response within 1 s");
        assertThat(source.fetch(ID)).isInstanceOf(FetchOutcome.Found.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsNotFollowed(int status) {
        OpenRouterSimulator elsewhere = started(Behaviours.always(DOCUMENT));
        String target = elsewhere.baseUri() + "/generation?id=x&secret=" + KEY;

        SourceUnavailableException outage =
                outage(new Response(status, Map.of("location", target), new byte[0]));

        assertThat(outage)
                .hasMessageContaining("redirects to 127.0.0.1; redirects are not followed");
        assertThat(outage).hasMessageNotContaining("secret");
        assertThat(elsewhere.requests()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/relative", "%%%", "mailto:a@b"})
    void aRedirectWithoutAHostIsNamed(String target) {
        assertThat(outage(new Response(302, Map.of("location", target), new byte[0])))
                .hasMessageContaining("redirects to another place");
    }

    @Test
    void aRefusedConnectionIsNamed() {
        OpenRouterSimulator gone = started(Behaviours.always(DOCUMENT));
        URI base = gone.baseUri();
        gone.close();

        assertThat(outageOf(source(settings(base))))
                .hasMessage("cannot connect to 127.0.0.1:%d: Connection refused", gone.port());
    }

    @Test
    void aNameWithoutAnAddressIsNamed() {
        URI base = URI.create("https://no-such-host.invalid/api/v1");

        assertThat(outageOf(source(settings(base))))
                .hasMessage(
                        "the host name of no-such-host.invalid:443 has no address (DNS):"
                                + " check the base URL");
    }

    @Test
    void plainHttpBehindHttpsIsNamed() {
        int port = started(Behaviours.always(DOCUMENT)).port();
        URI base = URI.create("https://127.0.0.1:" + port);

        assertThat(outageOf(source(settings(base)))).hasMessageContaining("does not use TLS");
    }

    @Test
    void aResponseThatIsNotHttpIsNamed() throws Exception {
        try (ServerSocket mail = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> greeting =
                    CompletableFuture.runAsync(() -> greet(mail, "220 mail " + KEY + "\r\n\r\n"));
            URI base = URI.create("http://127.0.0.1:" + mail.getLocalPort());

            assertThat(outageOf(source(settings(base)))).hasMessageContaining("no valid HTTP");
            greeting.join();
        }
    }

    @Test
    void anInterruptEndsTheFetchAndStaysSet() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        OpenRouterSimulator simulator =
                started(request -> {
                    arrived.countDown();
                    return Reply.silence();
                });
        HttpGenerationSource source = source(settings(simulator.baseUri()));
        CompletableFuture<Boolean> stillInterrupted = new CompletableFuture<>();
        Thread caller =
                Thread.startVirtualThread(() -> {
                    assertThat(outageOf(source)).hasMessageContaining("interrupted");
                    stillInterrupted.complete(Thread.currentThread().isInterrupted());
                });
        arrived.await();

        caller.interrupt();

        assertThat(stillInterrupted.get()).isTrue();
    }

    @Test
    void aClosedSourceFails() {
        HttpGenerationSource source =
                source(settings(started(Behaviours.always(DOCUMENT)).baseUri()));
        source.fetch(ID);

        source.close();
        source.close();

        assertThat(outageOf(source)).hasMessageContaining("closed");
    }

    @Test
    void aSourceClosedBeforeItsFirstFetchFails() {
        OpenRouterSimulator simulator = started(Behaviours.always(DOCUMENT));
        HttpGenerationSource source = source(settings(simulator.baseUri()));

        source.close();

        assertThat(outageOf(source)).hasMessageContaining("closed");
        assertThat(simulator.requests()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 302, 400, 401, 404, 418, 429, 500})
    void anEchoedKeyIsRedacted(int status) {
        Response echo =
                Reply.error(status, "You sent Bearer " + KEY)
                        .with("content-type", status == 200 ? KEY : "application/json")
                        .with("location", "https://" + KEY + ".example/");
        HttpGenerationSource source = source(settings(started(Behaviours.always(echo)).baseUri()));

        assertThat(outcomeAndTraceOf(source)).doesNotContain(KEY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":{\"id\":\"KEY\"}}",
                "{\"data\":{\"id\":\"gen-1\",\"usage\":\"x Bearer KEY\"}}",
                "{\"data\":{\"KEY\":1}}",
                "{\"data\":{\"id\":\"\\u0073k-or-v1-0123456789abcdef\"}}"
            })
    void aDocumentWithTheKeyIsNoRecord(String document) {
        for (Charset encoding : List.of(UTF_8, UTF_16LE, UTF_16)) {
            byte[] body = document.replace("KEY", KEY).getBytes(encoding);

            assertThat(outage(Reply.document(body)))
                    .hasMessageContaining("answered 200 with the API key in the body")
                    .hasMessageNotContaining(KEY);
        }
    }

    @Test
    void aBodyThatCannotBeDecompressedIsAnOutageWithoutALog() {
        byte[] garbage = "no gzip".repeat(5000).getBytes(UTF_8);
        Response reply = Reply.document(garbage).with("content-encoding", "gzip");
        Logger netty = Logger.getLogger("io.netty");
        List<LogRecord> warnings = new CopyOnWriteArrayList<>();
        Handler recorder = recordingInto(warnings);
        netty.addHandler(recorder);
        opened.add(() -> netty.removeHandler(recorder));

        HttpGenerationSource source = source(settings(started(Behaviours.always(reply)).baseUri()));
        for (int i = 0; i < 20; i++) {
            assertThat(outageOf(source)).hasMessageContaining("a body that cannot be decompressed");
        }

        assertThat(warnings).isEmpty();
    }

    private static String outcomeAndTraceOf(HttpGenerationSource source) {
        try {
            return source.fetch(ID).toString();
        } catch (SourceRefusedException | SourceUnavailableException failure) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            return trace.toString();
        }
    }

    private static Handler recordingInto(List<LogRecord> entries) {
        return new Handler() {
            @Override
            public void publish(LogRecord entry) {
                entries.add(entry);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    private static void greet(ServerSocket server, String greeting) {
        try (Socket connection = server.accept()) {
            // The client drops bytes that arrive before its request, so the request is awaited.
            int firstByteOfTheRequest = connection.getInputStream().read();
            assertThat(firstByteOfTheRequest).isPositive();
            connection.getOutputStream().write(greeting.getBytes(UTF_8));
            connection.getInputStream().readAllBytes();
        } catch (IOException closed) {
            // The client closes the connection once it has read the malformed response.
        }
    }

    private FetchOutcome outcomeOf(Reply reply) {
        return source(settings(started(Behaviours.always(reply)).baseUri())).fetch(ID);
    }

    private SourceUnavailableException outage(Reply reply) {
        return outageOf(source(settings(started(Behaviours.always(reply)).baseUri())));
    }

    private static SourceUnavailableException outageOf(HttpGenerationSource source) {
        return catchThrowableOfType(SourceUnavailableException.class, () -> source.fetch(ID));
    }

    private OpenRouterSimulator started(Behaviour behaviour) {
        OpenRouterSimulator simulator = OpenRouterSimulator.start(behaviour);
        opened.add(simulator);
        return simulator;
    }

    private HttpGenerationSource source(HttpSourceSettings settings) {
        HttpGenerationSource source =
                new HttpGenerationSource(new ApiKey(KEY), settings, InstantSource.fixed(NOW));
        opened.add(source);
        return source;
    }

    private static HttpSourceSettings settings(URI base) {
        return HttpSourceSettings.DEFAULT.withBase(base);
    }

    private static HttpSourceSettings settings(URI base, Duration read, Duration request) {
        return new HttpSourceSettings(
                base,
                Duration.ofSeconds(5),
                read,
                request,
                1 << 20,
                1,
                HttpSourceSettings.DEFAULT.idleTimeout(),
                HttpSourceSettings.DEFAULT.connectionAge(),
                Optional.empty());
    }
}
