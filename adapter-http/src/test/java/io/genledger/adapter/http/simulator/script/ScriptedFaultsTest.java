package io.genledger.adapter.http.simulator.script;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.http.simulator.behaviour.Behaviours;
import io.genledger.adapter.http.simulator.random.SeededRandom;
import io.genledger.adapter.http.simulator.server.OpenRouterSimulator;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each scripted fault, observed by a client on its socket. */
class ScriptedFaultsTest {

    private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");
    private static final String ID = "gen-" + START.getEpochSecond() + "-aaaaaaaaaaaaaaaaaaaa";
    private static final String DOCUMENT =
            "{\"data\":{\"id\":\"%s\",\"usage\":0.02,\"total_cost\":2e-2,\"upstream_inference_cost\":null}}"
                    .formatted(ID);

    private final AtomicReference<Instant> clock = new AtomicReference<>(START);
    private final List<OpenRouterSimulator> started = new ArrayList<>();

    @AfterEach
    void closeAll() {
        started.forEach(OpenRouterSimulator::close);
    }

    @ParameterizedTest
    @CsvSource({
        "status 401, 401, User not found.",
        "status 402, 402, Insufficient credits",
        "status 403, 403, may not read",
        "status 429, 429, Rate limit exceeded",
        "status 500, 500, Internal Server Error",
        "status 502, 502, Bad Gateway",
        "status 503, 503, Service Unavailable",
        "status 504, 504, Gateway Timeout",
        "status 524, 524, Provider timed out",
        "status 529, 529, Provider overloaded",
        "not-found, 404, Generation gen-1767323045-aaaaaaaaaaaaaaaaaaaa not found"
    })
    void anErrorHasOpenRoutersShape(String script, int status, String words) throws Exception {
        Wire.Response response = responseTo(script);

        assertThat(response.status()).isEqualTo(status);
        assertThat(response.header("content-type")).isEqualTo("application/json");
        assertThat(response.body())
                .startsWith("{\"error\":{\"message\":\"")
                .contains(words)
                .endsWith("\",\"code\":" + status + "}}");
        assertThat(response.headers()).doesNotContainKey("retry-after");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "status 429 retry-after 2s         | 429 | 2",
                "status 503 retry-after 1500ms     | 503 | 2",
                "status 429 retry-after 0s         | 429 | 0",
                "status 503 retry-after date 10s   | 503 | Fri, 02 Jan 2026 03:04:15 GMT",
                "status 429 retry-after date 500ms | 429 | Fri, 02 Jan 2026 03:04:06 GMT"
            })
    void statesRetryAfter(String script, int status, String header) throws Exception {
        Wire.Response response = responseTo(script);

        assertThat(response.status()).isEqualTo(status);
        assertThat(response.header("retry-after")).isEqualTo(header);
    }

    @ParameterizedTest
    @CsvSource({"page, 200", "page 502, 502", "page 404, 404"})
    void aPageIsHtml(String script, int status) throws Exception {
        Wire.Response response = responseTo(script);

        assertThat(response.status()).isEqualTo(status);
        assertThat(response.header("content-type")).isEqualTo("text/html; charset=utf-8");
        assertThat(response.body()).startsWith("<html>");
    }

    @Test
    void aRedirectNamesItsTarget() throws Exception {
        Wire.Response response = responseTo("redirect https://example.org/there?a=b#c");

        assertThat(response.status()).isEqualTo(302);
        assertThat(response.header("location")).isEqualTo("https://example.org/there?a=b#c");
    }

    @Test
    void aHugeBodyHasTheScriptedSize() throws Exception {
        Wire.Response response = responseTo("huge 64KiB");

        assertThat(response.body()).hasSize(64 << 10).startsWith("{\"data\":").endsWith("}");
        assertThat(responseTo("huge 20").body()).hasSize(20).isEqualTo("{\"data\":{\"id\":null}}");
    }

    @Test
    void anotherContentTypeKeepsTheBody() throws Exception {
        Wire.Response response = responseTo("type text/plain");

        assertThat(response.header("content-type")).isEqualTo("text/plain");
        assertThat(response.body()).isEqualTo(DOCUMENT);
    }

    @Test
    void theDocumentStatesAnotherId() throws Exception {
        String body = responseTo("other-id").body();

        assertThat(body).doesNotContain(ID).hasSameSizeAs(DOCUMENT);
        assertThat(body).contains("\"id\":\"gen-1767323045-aaaaaaaaaaaaaaaaaaax\"");
    }

    @Test
    void aRecordIsCorrectedLater() throws Exception {
        OpenRouterSimulator simulator = playing("corrected when attempts 2..");

        assertThat(Wire.ask(simulator, ID).body()).isEqualTo(DOCUMENT);
        assertThat(Wire.ask(simulator, ID).body())
                .contains("\"usage\":0.018,\"total_cost\":0.018,\"upstream_inference_cost\":null");
    }

    @ParameterizedTest
    @CsvSource({
        "reset,         0,   RESET,    ''",
        "truncate 0,    200, CUT,      ''",
        "truncate 10,   200, CUT,      '{\"data\":{\"'",
        "reset-after 0, 200, RESET,    ''"
    })
    void aResponseEndsEarly(String script, int status, Wire.End end, String body) throws Exception {
        Wire.Response response = responseTo(script);

        assertThat(response.end()).isEqualTo(end);
        // The client may see the reset before it has read the bytes sent earlier.
        assertThat(response.status()).isIn(status, end == Wire.End.RESET ? 0 : status);
        assertThat(response.body()).isEqualTo(body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"truncate 1MiB", "reset-after 1MiB", "stall-after 1MiB"})
    void aCutBeyondTheBodyChangesNothing(String script) throws Exception {
        OpenRouterSimulator simulator = playing(script);

        assertThat(Wire.ask(simulator, ID).body()).isEqualTo(DOCUMENT);
        assertThat(simulator.counts().broken()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"silence, 0", "stall-after 10, 10", "late 1h, 0", "trickle 1h, 0"})
    void aWaitingRequestDoesNotDelayOthers(String script, int bytes) throws Exception {
        OpenRouterSimulator simulator = playing(script + " when attempts 1");
        try (Wire wire = Wire.asking(simulator, ID)) {
            if (bytes > 0) {
                assertThat(wire.startOfBody(bytes)).isEqualTo(DOCUMENT.substring(0, bytes));
            } else {
                awaitRequests(simulator, 1);
            }
            assertThat(Wire.ask(simulator, ID).body()).isEqualTo(DOCUMENT);
            assertThat(wire.isSilent() || script.startsWith("trickle")).isTrue();
        }
    }

    @Test
    void concurrentRequestsForOneIdClashAndLaterOnesDoNot() throws Exception {
        OpenRouterSimulator simulator = playing("late 1h when attempts 1");
        try (Wire wire = Wire.asking(simulator, ID)) {
            awaitRequests(simulator, 1);
            assertThat(wire.isSilent()).isTrue();
            Wire.ask(simulator, ID);
        }
        awaitNoneUnderWay(simulator);
        Wire.ask(simulator, ID);

        assertThat(simulator.counts().clashes()).isEqualTo(1);
        assertThat(simulator.counts().clashedIds()).containsExactly(ID);
        assertThat(simulator.counts().mostForOneId()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"late 1h, 0", "silence, 0", "trickle 20ms, 1", "huge 64MiB, 1"})
    void aReplyIsBrokenIfTheClientCloses(String script, int bytes) throws Exception {
        OpenRouterSimulator simulator = playing(script + " when id " + ID);
        Wire.ask(simulator, "another");
        try (Wire wire = Wire.asking(simulator, ID)) {
            if (bytes > 0) {
                assertThat(wire.startOfBody(bytes)).isEqualTo(DOCUMENT.substring(0, bytes));
            } else {
                awaitRequests(simulator, 2);
            }
        }
        awaitBroken(simulator, 1);

        assertThat(simulator.counts().responses()).isEqualTo(Map.of(404, 1L));
    }

    @Test
    void repliesUnderWayAreBrokenByClosingTheServer() throws Exception {
        OpenRouterSimulator simulator = playing("late 1h");
        try (Wire wire = Wire.asking(simulator, ID)) {
            awaitRequests(simulator, 1);
            assertThat(wire.isSilent()).isTrue();
            simulator.close();
        }

        assertThat(simulator.counts().responses()).isEmpty();
        assertThat(simulator.counts().broken()).isEqualTo(1);
    }

    @Test
    void aReceivedResponseIsAlreadyCounted() throws Exception {
        OpenRouterSimulator simulator = playing("trickle 1ms when attempts 1..5");

        for (long answers = 1; answers <= 10; answers++) {
            Wire.ask(simulator, ID);
            assertThat(simulator.counts().responses()).isEqualTo(Map.of(200, answers));
        }
        assertThat(simulator.counts().broken()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "late 1ms",
                "late 0ms..3ms",
                "trickle 1ms",
                "late 1ms\ntrickle 1ms",
                "",
                "# -"
            })
    void slowResponsesArriveWhole(String script) throws Exception {
        Wire.Response response = responseTo(script);

        assertThat(response.end()).isEqualTo(Wire.End.COMPLETE);
        assertThat(response.body()).isEqualTo(DOCUMENT);
    }

    @Test
    void faultsCombine() throws Exception {
        Wire.Response response =
                responseTo(
                        """
                        late 1ms..2ms
                        trickle 1ms
                        truncate 15
                        type text/plain
                        page 502
                        """);

        assertThat(response.status()).isEqualTo(502);
        assertThat(response.header("content-type")).isEqualTo("text/plain");
        assertThat(response.body()).hasSize(15).startsWith("<html>");
        assertThat(response.end()).isEqualTo(Wire.End.CUT);
    }

    @Test
    void theFirstRuleThatAnswersDecides() throws Exception {
        OpenRouterSimulator simulator =
                playing(
                        """
                        status 500 when requests 1
                        status 503 when requests 1..2
                        type text/plain
                        """);

        assertThat(Wire.ask(simulator, ID).status()).isEqualTo(500);
        assertThat(Wire.ask(simulator, ID).header("content-type")).isEqualTo("application/json");
        assertThat(Wire.ask(simulator, ID).header("content-type")).isEqualTo("text/plain");
    }

    @Test
    void aKeyCanBeRevokedDuringARun() throws Exception {
        assertThat(statuses(playing("status 401 when requests 3.."), 5))
                .containsExactly(200, 200, 401, 401, 401);
    }

    @Test
    void aRangeOfRequestsRecurs() throws Exception {
        assertThat(statuses(playing("status 502 when requests 2..3 of 4"), 9))
                .containsExactly(200, 502, 502, 200, 200, 502, 502, 200, 200);
    }

    @Test
    void timeRangesBeginAndEnd() throws Exception {
        OpenRouterSimulator simulator =
                playing("status 503 when time 10s..20s\nstatus 529 when time 0s..1s of 1m");

        assertThat(statusAt(simulator, 0)).isEqualTo(529);
        assertThat(statusAt(simulator, 1)).isEqualTo(200);
        assertThat(statusAt(simulator, 9)).isEqualTo(200);
        assertThat(statusAt(simulator, 10)).isEqualTo(503);
        assertThat(statusAt(simulator, 19)).isEqualTo(503);
        assertThat(statusAt(simulator, 20)).isEqualTo(200);
        assertThat(statusAt(simulator, 120)).isEqualTo(529);
    }

    @Test
    void aClockSetBackStaysAtTheStart() throws Exception {
        OpenRouterSimulator simulator = playing("status 503 when time 0s..1s");

        assertThat(statusAt(simulator, 1)).isEqualTo(200);
        assertThat(statusAt(simulator, -3600)).isEqualTo(503);
    }

    @Test
    void theRateLimitCountsAllIds() throws Exception {
        OpenRouterSimulator simulator = playing("limit 2 per 10s retry-after seconds");

        assertThat(statuses(simulator, 3)).containsExactly(200, 200, 429);
        clock.set(START.plusMillis(6_500));
        assertThat(Wire.ask(simulator, "another").header("retry-after")).isEqualTo("4");
        assertThat(statusAt(simulator, 10)).isEqualTo(200);
    }

    @Test
    void aRateLimitStatesADateOrNothing() throws Exception {
        OpenRouterSimulator dated = playing("limit 1 per 10s retry-after date");
        OpenRouterSimulator silent = playing("limit 1 per 10s");
        statuses(dated, 1);
        statuses(silent, 1);

        assertThat(Wire.ask(dated, ID).header("retry-after"))
                .isEqualTo("Fri, 02 Jan 2026 03:04:15 GMT");
        assertThat(Wire.ask(silent, ID).headers()).doesNotContainKey("retry-after");
    }

    @Test
    void aRecordIsReadyAtItsAge() throws Exception {
        OpenRouterSimulator simulator = playing("ready 5s");

        assertThat(statusAt(simulator, 4)).isEqualTo(404);
        assertThat(statusAt(simulator, 5)).isEqualTo(200);
        assertThat(Wire.ask(simulator, "gen-aaaaaaaaaaaaaaaaaaaaaaaaaaaa").body())
                .as("an id without a second passes the rule and is unknown below it")
                .contains("not found");
    }

    @Test
    void readinessCanFollowTheRecordings() throws Exception {
        OpenRouterSimulator asRecorded = playing("ready recorded");
        OpenRouterSimulator faster = playing("ready recorded faster 1000");

        assertThat(statusAt(asRecorded, 0)).isEqualTo(404);
        assertThat(statusAt(asRecorded, 18)).isEqualTo(200);
        assertThat(statusAt(faster, 1)).isEqualTo(200);
    }

    @Test
    void sharesApplyToEachIdAndAttempt() throws Exception {
        OpenRouterSimulator one = playing("status 500 when 50%");
        OpenRouterSimulator same = playing("status 500 when 50%");
        List<Integer> statuses = statuses(one, 40);

        assertThat(statuses).contains(200, 500);
        for (int other = 0; other < 10; other++) {
            Wire.ask(same, "other-" + other);
        }
        assertThat(statuses(same, 40)).as("independent of other requests").isEqualTo(statuses);
    }

    @Test
    void theShareOfIdsIsFixed() throws Exception {
        OpenRouterSimulator simulator = playing("status 500 when ids 50%");
        List<Integer> first = statusesOfIds(simulator);

        assertThat(first).contains(404, 500);
        assertThat(statusesOfIds(simulator)).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({"100%, 500", "0%, 200", "ids 100%, 500", "ids 0%, 200"})
    void sharesCanBeAllOrNone(String share, int status) throws Exception {
        assertThat(statuses(playing("status 500 when " + share), 20)).containsOnly(status);
    }

    @Test
    void allConditionsMustHold() throws Exception {
        OpenRouterSimulator simulator =
                playing("status 500 when id " + ID + " and attempts 2..3 and requests 3..");

        assertThat(statuses(simulator, 4)).containsExactly(200, 200, 500, 200);
        assertThat(Wire.ask(simulator, "another").status()).isEqualTo(404);
    }

    private Wire.Response responseTo(String script) throws IOException {
        return Wire.ask(playing(script), ID);
    }

    private List<Integer> statuses(OpenRouterSimulator simulator, int times) throws IOException {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            statuses.add(Wire.ask(simulator, ID).status());
        }
        return statuses;
    }

    private static List<Integer> statusesOfIds(OpenRouterSimulator simulator) throws IOException {
        List<Integer> statuses = new ArrayList<>();
        for (String id :
                IntStream.range(0, 20).mapToObj(i -> "id-" + i).collect(Collectors.toList())) {
            statuses.add(Wire.ask(simulator, id).status());
        }
        return statuses;
    }

    private int statusAt(OpenRouterSimulator simulator, int second) throws IOException {
        clock.set(START.plus(Duration.ofSeconds(second)));
        return Wire.ask(simulator, ID).status();
    }

    private static void awaitRequests(OpenRouterSimulator simulator, int requests) {
        while (simulator.requests() < requests) {
            Thread.onSpinWait();
        }
    }

    private static void awaitBroken(OpenRouterSimulator simulator, int broken) {
        while (simulator.counts().broken() < broken) {
            Thread.onSpinWait();
        }
    }

    private static void awaitNoneUnderWay(OpenRouterSimulator simulator) {
        while (simulator.counts().underWay(ID) > 0) {
            Thread.onSpinWait();
        }
    }

    private OpenRouterSimulator playing(String script) {
        OpenRouterSimulator simulator =
                OpenRouterSimulator.start(
                        0,
                        Script.parse("test", script)
                                .over(
                                        Behaviours.documents(Map.of(ID, DOCUMENT.getBytes(UTF_8))),
                                        new SeededRandom(7)),
                        clock::get);
        started.add(simulator);
        return simulator;
    }
}
