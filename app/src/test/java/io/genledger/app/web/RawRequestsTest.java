package io.genledger.app.web;

import static io.genledger.app.web.RawRequests.gzip;
import static io.genledger.app.web.RawRequests.request;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.ports.queue.admin.QueueQuery;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no client of HTTP sends, one by one and at random. */
@Timeout(120)
class RawRequestsTest {

    private static final String POST = "POST /ledger/v1/generations";
    private static final String SESSION = "POST /ledger/v1/session";
    private static final String STATUS = "GET /ledger/v1/status";
    private static final String CHUNKED = "Transfer-Encoding: chunked\r\n";
    private static final String GZIP = "Content-Encoding: gzip\r\n";
    private static final String JSON = "Content-Type: application/json\r\n";
    private static final String ID = "gen-1731289055-7lM7yhtp335znp1qegkj";
    private static final byte[] IDS = (ID + "\n").repeat(50).getBytes(UTF_8);
    private static final byte[] NONE = {};
    private static final int MUTANTS = 150;
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(100);

    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] (\\d{3}) ");
    private static final Pattern LEAK =
            Pattern.compile("Exception|java\\.|io\\.(netty|micronaut|genledger)|tools\\.jackson");

    @TempDir static Path folder;

    private static ServerUnderTest server;
    private CapturedLog log;

    @BeforeAll
    static void start() throws IOException {
        server = ServerUnderTest.onLoopback(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void listen() {
        log = new CapturedLog();
    }

    @AfterEach
    void nothingAlarmingIsLogged() {
        log.close();
        assertThat(log.text()).isEmpty();
    }

    static Stream<Arguments> malformed() {
        byte[] packed = gzip(IDS);
        byte[] wrongSum = packed.clone();
        wrongSum[packed.length - 6] ^= 1;
        return Stream.of(
                of(400, STATUS + "?x=%zz", "", NONE),
                of(400, STATUS + "?x=%", "", NONE),
                of(400, "GET /ledger/v1/generations/%zz", "", NONE),
                of(400, "GET /ledger/v1/generations/gen%00x", "", NONE),
                of(400, "GET /ledger/v1/generations/%ff%fe", "", NONE),
                of(400, "GET /ledger/v1/generations/[x]{y}|^", "", NONE),
                of(400, "GET /ledger/v1/run?request=%00", "", NONE),
                of(400, "GET /ledger/v1/report?model=%00", "", NONE),
                of(400, "GET http://evil.example/ledger/v1/status", "", NONE),
                of(200, "GET http://localhost/ledger/v1/status", "", NONE),
                of(400, STATUS, "Host: evil.example\r\n", NONE),
                of(400, "GET /ledger/v1/status HTTP/3.7\r\nX-Rest:", "", NONE),
                of(405, "BREW /ledger/v1/status", "", NONE),
                of(405, "TRACE /ledger/v1/status", "", NONE),
                of(404, "OPTIONS *", "", NONE),
                of(400, STATUS, "X-Nul: a\0b\r\n", NONE),
                of(400, STATUS, "X Space: a\r\n", NONE),
                of(400, STATUS, "no colon\r\n", NONE),
                of(413, STATUS, "X-Long: " + "y".repeat(20_000) + "\r\n", NONE),
                of(413, "GET /" + "y".repeat(9000), "", NONE),
                of(406, STATUS, "Accept: image/png\r\n", NONE),
                of(400, POST, "Content-Length: -1\r\n", IDS),
                of(400, POST, "Content-Length: one\r\n", IDS),
                of(400, POST, "Content-Length: 1\r\nContent-Length: 2\r\n", IDS),
                of(413, POST, "Content-Length: 9999999999\r\n", IDS),
                of(400, POST, CHUNKED + "Content-Length: 5\r\n", chunked(IDS)),
                of(400, POST, "Transfer-Encoding: gzip, chunked\r\n", chunked(packed)),
                of(400, POST, "Transfer-Encoding: identity\r\n", IDS),
                of(400, POST, CHUNKED, "zz\r\nabc\r\n0\r\n\r\n".getBytes(UTF_8)),
                of(400, POST, CHUNKED, broken(IDS)),
                of(400, SESSION, JSON + CHUNKED, broken("{\"tok".getBytes(UTF_8))),
                of(400, POST, GZIP, IDS),
                of(400, POST, GZIP, Arrays.copyOf(packed, packed.length - 9)),
                of(400, POST, GZIP, wrongSum),
                of(400, "POST /ledger/v1/broadcast", GZIP, IDS),
                of(400, SESSION, JSON + GZIP, gzip("{}".getBytes(UTF_8))),
                of(415, POST, "Content-Encoding: br\r\n", IDS),
                of(415, POST, "Content-Encoding: gzip, gzip\r\n", IDS),
                of(413, POST, GZIP, gzip(new byte[65 * 1024 * 1024])),
                of(400, SESSION, JSON, "[".repeat(100_000).getBytes(UTF_8)),
                of(400, SESSION, JSON, "{\"token\":\"\u00ff\"}".getBytes(ISO_8859_1)),
                of(415, SESSION, "Content-Type: text/csv\r\n", "{}".getBytes(UTF_8)));
    }

    private static Arguments of(int status, String line, String headers, byte[] body) {
        String name = (line + " " + headers.strip()).replaceAll("(?s)^(.{90}).*", "$1…");
        return Arguments.of(status, Named.of(name, request(line, headers, body)));
    }

    private static byte[] chunked(byte[] body) {
        return (Integer.toHexString(body.length)
                        + "\r\n"
                        + new String(body, ISO_8859_1)
                        + "\r\n0\r\n\r\n")
                .getBytes(ISO_8859_1);
    }

    /** A body of one chunk, behind which there is not the length of another. */
    private static byte[] broken(byte[] body) {
        return new String(chunked(body), ISO_8859_1)
                .replaceFirst("0\r\n\r\n$", "zz\r\n\r\n")
                .getBytes(ISO_8859_1);
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void isAnsweredWithAProblemAndTakesNothing(int status, byte[] request) throws IOException {
        String answer = RawRequests.send(port(), request, LONG);

        assertThat(answer).startsWith("HTTP/1.").matches("(?s)HTTP/1\\.[01] " + status + " .*");
        if (status >= 400) {
            assertThat(answer).contains("Content-Type: application/problem+json", "\"detail\":\"");
        }
        assertThat(answer).doesNotContainPattern(LEAK);
        assertThat(pending()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 3000\r\n", CHUNKED})
    void aBodyThatIsCutOffTakesNothing(String framing) throws IOException {
        byte[] body = framing.equals(CHUNKED) ? "fff\r\n".concat(ID).getBytes(UTF_8) : IDS;

        assertThat(RawRequests.send(port(), request(POST, framing, body), SHORT)).isEmpty();
        assertThat(pending()).isZero();
    }

    @Test
    void aClientOfHttp10GetsNoChunks() throws IOException {
        String answer =
                RawRequests.send(
                        port(),
                        "GET /ledger/v1/report HTTP/1.0\r\nHost: localhost\r\n\r\n".getBytes(UTF_8),
                        LONG);

        assertThat(answer).startsWith("HTTP/1.0 200 ").doesNotContainIgnoringCase("chunked");
        assertThat(answer.substring(answer.indexOf("\r\n\r\n") + 4)).startsWith("{").endsWith("}");
    }

    static Stream<Named<byte[]>> lastOnTheirConnection() {
        return Stream.of(
                Named.of("a line beyond the limit", request("GET /" + "y".repeat(9000), "", NONE)),
                Named.of(
                        "malformed chunks",
                        request(POST, CHUNKED, "zz\r\nabc\r\n0\r\n\r\n".getBytes(UTF_8))),
                Named.of(
                        "a client of HTTP/1.0",
                        "GET /health/ready HTTP/1.0\r\nHost: localhost\r\n\r\n".getBytes(UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("lastOnTheirConnection")
    void anAnswerThatEndsTheConnectionSaysSo(byte[] request) throws IOException {
        assertThat(RawRequests.send(port(), request, LONG))
                .containsIgnoringCase("\r\nConnection: close\r\n");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void mutatedRequestsNeverFailInside(long seed) throws IOException {
        Random random = new Random(seed);
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < MUTANTS; i++) {
            byte[] mutant = Mutations.of(random, SEEDS.get(random.nextInt(SEEDS.size())));
            String answer = RawRequests.send(port(), mutant, SHORT);
            if (!isAnswer(answer)) {
                wrong.add(new String(mutant, ISO_8859_1) + "\n-> " + answer);
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(server.status(server.request("/health/ready"))).isEqualTo(200);
    }

    private static final List<byte[]> SEEDS =
            List.of(
                    request(POST, "", "[\"no-id\"]".getBytes(UTF_8)),
                    request(POST + "?account=acme", CHUNKED, chunked("no-id".getBytes(UTF_8))),
                    request(POST, GZIP, gzip("{\"data\":{\"id\":\"gen-1\"}}".getBytes(UTF_8))),
                    request(
                            "PUT /ledger/v1/broadcast",
                            JSON,
                            "{\"resourceSpans\":[]}".getBytes(UTF_8)),
                    request(SESSION, JSON, "{\"token\":\"glt_x\"}".getBytes(UTF_8)),
                    request("DELETE /ledger/v1/session", "Cookie: genledger-session=x\r\n", NONE),
                    request(
                            "GET /api/v1/generation?id=x&wait=0s",
                            "If-None-Match: \"1\"\r\n",
                            NONE),
                    request("GET /ledger/v1/report?by=day,model&last=7d", "", NONE),
                    request("GET /ledger/v1/export?format=csv", "Accept-Encoding: gzip\r\n", NONE),
                    request(
                            "GET /ledger/v1/generations/x/why",
                            "Authorization: Bearer x\r\n",
                            NONE),
                    request("POST /ledger/v1/queue/x/retry", "Origin: http://localhost\r\n", NONE));

    /** Whether it is nothing, or begins as an answer of HTTP that is no failure of the server. */
    private static boolean isAnswer(String answer) {
        if (answer.isEmpty()) {
            return true;
        }
        Matcher first = STATUS_LINE.matcher(answer);
        return first.lookingAt() && !first.group(1).startsWith("5") && !LEAK.matcher(answer).find();
    }

    private static int port() {
        return server.server().url().getPort();
    }

    private static long pending() {
        return server.application().listPending().list(QueueQuery.OPEN, 0).ids();
    }
}
