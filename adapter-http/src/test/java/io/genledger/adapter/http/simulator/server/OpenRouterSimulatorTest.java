package io.genledger.adapter.http.simulator.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.genledger.adapter.http.simulator.behaviour.Behaviour;
import io.genledger.adapter.http.simulator.behaviour.Behaviours;
import io.genledger.adapter.http.simulator.behaviour.MetadataRequest;
import io.genledger.adapter.http.simulator.reply.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenRouterSimulatorTest {

    private static final byte[] BODY = "{\"data\":{\"name\":\"ü\"}}".getBytes(UTF_8);
    private static final Behaviour ONE_DOCUMENT =
            Behaviours.documents(Map.of("gen-1", BODY, "a b+c/ü", BODY));

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<OpenRouterSimulator> started = new ArrayList<>();

    @AfterEach
    void closeAll() {
        client.close();
        started.forEach(OpenRouterSimulator::close);
    }

    @Test
    void servesADocumentByteForByte() throws Exception {
        HttpResponse<byte[]> response = ask(start(ONE_DOCUMENT), "/api/v1/generation?id=gen-1");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-type")).contains("application/json");
        assertThat(response.body()).isEqualTo(BODY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/generation?id=gen-1",
                "/api/v1/generation?x=y&id=gen-1",
                "/api/v1/generation?id=a%20b%2Bc%2F%C3%BC"
            })
    void findsTheIdInTheUrl(String path) throws Exception {
        assertThat(ask(start(ONE_DOCUMENT), path).body()).isEqualTo(BODY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "estiens_gen-1766949113-tYDXDgKsuviV0tQEUcsM",
                "estiens_gen-1766949320-CB3lrOK4QVYcmSAAkAx9",
                "estiens_gen-1766949603-RxLgmUGxRqI2NyY5kold",
                "itotori_gen-1782395748"
            })
    void unknownIdsAreAnsweredAsRecorded(String recording) throws Exception {
        String recorded = compact(recorded("real_404_" + recording + ".json"));
        String id = recorded.replaceFirst(".*Generation (\\S+) not found.*", "$1");

        HttpResponse<byte[]> response = ask(start(ONE_DOCUMENT), "/api/v1/generation?id=" + id);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(text(response)).isEqualTo(recorded);
    }

    @Test
    void anIdIsEscapedInTheJson() throws Exception {
        assertThat(text(ask(start(ONE_DOCUMENT), "/generation?id=a%22b%5Cc%0A")))
                .isEqualTo(
                        "{\"error\":{\"message\":\"Generation a\\\"b\\\\c\\u000a not found\","
                                + "\"code\":404}}");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  /api/v1/generation,           400",
        "GET,  /api/v1/generation?id=,       400",
        "GET,  /api/v1/generation?id=%zz,    400",
        "GET,  /api/v1/models,               404",
        "GET,  /,                            404",
        "POST, /api/v1/generation?id=gen-1,  405",
        "HEAD, /api/v1/generation?id=gen-1,  405"
    })
    void refusesOtherRequests(String method, String path, int status) throws Exception {
        assertThat(rawStatus(start(ONE_DOCUMENT), method, path, "Bearer k")).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Basic a2V5"})
    void requiresABearerToken(String authorization) throws Exception {
        assertThat(rawStatus(start(ONE_DOCUMENT), "GET", "/generation?id=gen-1", authorization))
                .isEqualTo(401);
    }

    @Test
    void acceptsOneKeyOnly() throws Exception {
        OpenRouterSimulator simulator = start(Behaviours.acceptingKey("other", ONE_DOCUMENT));

        assertThat(text(ask(simulator, "/generation?id=gen-1")))
                .isEqualTo("{\"error\":{\"message\":\"User not found.\",\"code\":401}}");
        assertThat(rawStatus(simulator, "GET", "/generation?id=gen-1", "bearer other"))
                .isEqualTo(200);
    }

    @Test
    void readinessIsCountedForEachId() throws Exception {
        OpenRouterSimulator simulator =
                start(Behaviours.firstTimes(2, Behaviours.notFound(), ONE_DOCUMENT));

        assertThat(ask(simulator, "/generation?id=gen-1").statusCode()).isEqualTo(404);
        assertThat(ask(simulator, "/generation?id=gen-2").statusCode()).isEqualTo(404);
        assertThat(ask(simulator, "/generation?id=gen-1").statusCode()).isEqualTo(404);
        assertThat(ask(simulator, "/generation?id=gen-1").statusCode()).isEqualTo(200);
    }

    @Test
    void countsRequestsById() throws Exception {
        OpenRouterSimulator simulator = start(ONE_DOCUMENT);
        ask(simulator, "/generation?id=gen-1");
        ask(simulator, "/generation?id=gen-1");
        ask(simulator, "/elsewhere");

        assertThat(simulator.counts().of("gen-1")).isEqualTo(2);
        assertThat(simulator.counts().of("gen-2")).isZero();
        assertThat(simulator.requests()).isEqualTo(3);
    }

    @Test
    void repliesCanBeDelayed() throws Exception {
        Duration pause = Duration.ofMillis(150);
        OpenRouterSimulator simulator = start(Behaviours.after(pause, ONE_DOCUMENT));
        long start = System.nanoTime();

        assertThat(ask(simulator, "/generation?id=gen-1").statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(pause);
    }

    @Test
    void aTricklingBodyArrivesWhole() throws Exception {
        Reply slow = Reply.document(BODY).trickling(Duration.ofMillis(1));

        assertThat(ask(start(Behaviours.always(slow)), "/generation?id=x").body()).isEqualTo(BODY);
    }

    @Test
    void aTruncatedBodyAndAResetAreIoErrors() {
        OpenRouterSimulator simulator =
                start(
                        Behaviours.firstTimes(
                                1,
                                Behaviours.always(Reply.document(BODY).truncatedAfter(5)),
                                Behaviours.always(Reply.reset())));

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> ask(simulator, "/generation?id=x"));
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> ask(simulator, "/generation?id=x"));
    }

    @Test
    void silenceEndsWithTheClientsTimeout() {
        OpenRouterSimulator simulator = start(Behaviours.always(Reply.silence()));

        assertThatExceptionOfType(HttpTimeoutException.class)
                .isThrownBy(() -> ask(simulator, "/generation?id=x"));
    }

    @Test
    void aFailingBehaviourIsAStatus500() throws Exception {
        OpenRouterSimulator simulator =
                start(request -> {
                    throw new IllegalStateException("script at fault");
                });

        HttpResponse<byte[]> response = ask(simulator, "/generation?id=x");

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(text(response)).contains("script at fault");
    }

    @Test
    void statesItsBaseUrl() {
        OpenRouterSimulator simulator = start(ONE_DOCUMENT);

        assertThat(simulator.baseUri())
                .isEqualTo(URI.create("http://127.0.0.1:" + simulator.port() + "/api/v1"));
    }

    @Test
    void aPortInUseIsNamed() {
        int taken = start(ONE_DOCUMENT).port();

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> OpenRouterSimulator.start(taken, ONE_DOCUMENT))
                .withMessageContaining("127.0.0.1:" + taken);
    }

    @Test
    void stopsWithinASecondAndFreesItsPort() {
        OpenRouterSimulator simulator = start(ONE_DOCUMENT);
        long start = System.nanoTime();

        simulator.close();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
        assertThatExceptionOfType(ConnectException.class)
                .isThrownBy(() -> ask(simulator, "/generation?id=gen-1"));
    }

    @Test
    void aRequestDoesNotPrintItsToken() {
        assertThat(new MetadataRequest("gen-1", 1, 1, Instant.EPOCH, Duration.ZERO, "secret"))
                .asString()
                .doesNotContain("secret");
    }

    private OpenRouterSimulator start(Behaviour behaviour) {
        OpenRouterSimulator simulator = OpenRouterSimulator.start(behaviour);
        started.add(simulator);
        return simulator;
    }

    private HttpResponse<byte[]> ask(OpenRouterSimulator simulator, String path)
            throws IOException, InterruptedException {
        return client.send(
                request(simulator, path).header("Authorization", "Bearer key").build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private static HttpRequest.Builder request(OpenRouterSimulator simulator, String path) {
        return HttpRequest.newBuilder(simulator.baseUri().resolve(path))
                .timeout(Duration.ofSeconds(1));
    }

    /** Sends a request over a socket, because the JDK's client refuses to send some of these. */
    private static int rawStatus(
            OpenRouterSimulator simulator, String method, String path, String authorization)
            throws IOException {
        String request =
                """
                %s %s HTTP/1.1\r
                Host: localhost\r
                Authorization: %s\r
                Connection: close\r
                \r
                """
                        .formatted(method, path, authorization);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), simulator.port())) {
            socket.getOutputStream().write(request.getBytes(UTF_8));
            String response = new String(socket.getInputStream().readAllBytes(), UTF_8);
            return Integer.parseInt(response.substring(9, 12));
        }
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), UTF_8);
    }

    private static String recorded(String name) throws IOException {
        try (InputStream file =
                OpenRouterSimulatorTest.class.getResourceAsStream("recorded/" + name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), UTF_8);
        }
    }

    /** Removes the white space of a recording that was formatted by hand. */
    private static String compact(String json) {
        return json.replaceAll("\\s*\\n\\s*", "").replace("\": ", "\":");
    }
}
