package io.genledger.app.cli.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.http.simulator.behaviour.Behaviour;
import io.genledger.adapter.http.simulator.behaviour.Behaviours;
import io.genledger.adapter.http.simulator.reply.Reply;
import io.genledger.adapter.http.simulator.server.OpenRouterSimulator;
import io.genledger.app.cli.Shell;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.simulate.ShippedDocuments;
import io.genledger.domain.generation.GenerationId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What a person sees of a collection that is held up, and of one that keeps going. */
class CollectCommandTest {

    private static final Map<GenerationId, byte[]> RECORDED = ShippedDocuments.all();

    /** The ids are of 2024 and later; without it they would be given up at their first 404. */
    private static final String LATE = "--give-up-after=5000d";

    @TempDir private Path folder;
    private Shell shell = new Shell(Path.of("not set yet"));

    @BeforeEach
    void openAShell() {
        shell = new Shell(folder.resolve("ledger.db")).with("OPENROUTER_API_KEY", "sk-or-test");
        shell.typing(String.join(" ", RECORDED.keySet().stream().map(GenerationId::value).toList()))
                .run("track", "--from", "-");
    }

    @ParameterizedTest
    @CsvSource({"429", "503", "408"})
    void aLimitIsReportedAndWaitedFor(int status) {
        Behaviour limited = request -> Reply.error(status).with("retry-after", "90");
        Shell.Result collected = collectFrom(onlyTheFirst(limited));

        assertThat(collected.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(collected.out()).startsWith("25 recorded");
        assertThat(collected.err()).contains("backing off 1 min 30 s, until 2026-11-23T12:01:30Z");
        assertThat(collected.err()).contains("answered " + status);
    }

    @Test
    void aLimitByDateIsWaitedFor() {
        Behaviour limited =
                request -> Reply.error(429).with("retry-after", "Mon, 23 Nov 2026 12:02:00 GMT");
        Shell.Result collected = collectFrom(onlyTheFirst(limited));

        assertThat(collected.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(collected.err()).contains("backing off 2 min, until 2026-11-23T12:02:00Z");
    }

    @Test
    void aLongerRetryAfterThanAllowedEndsTheRun() {
        Shell.Result collected =
                collectFrom(
                        request -> Reply.error(429).with("retry-after", "90"),
                        "--concurrency",
                        "1",
                        "--max-backoff",
                        "1m");

        assertThat(collected.exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(collected.err())
                .contains(
                        "1 id could not be fetched: ", "429", "25 stay pending: run collect again");
        assertThat(collected.err()).doesNotContain("backing off");
    }

    @Test
    void tellsProgramsWhatItTellsPeople() {
        JsonNode json =
                collectFrom(
                                request -> Reply.error(429).with("retry-after", "90"),
                                "--concurrency",
                                "1",
                                "--max-backoff",
                                "1m",
                                "--json")
                        .json();

        assertThat(json.at("/counts/unavailable").asInt()).isEqualTo(1);
        assertThat(json.at("/counts/failed").asInt()).isZero();
        assertThat(json.path("attention")).isEmpty();
        assertThat(json.path("attentionLeftOff").asInt()).isZero();
        assertThat(json.at("/end/message").asString()).contains("429");
        assertThat(json.at("/remaining/due").asInt() + json.at("/remaining/later").asInt())
                .isEqualTo(25);
        assertThat(json.at("/end/code").asString()).isEqualTo("unavailable");
        assertThat(json.at("/end/retryAfterMs").asInt()).isEqualTo(90_000);
    }

    @Test
    void tellsProgramsOfItsDelays() {
        JsonNode json =
                collectFrom(
                                onlyTheFirst(request -> Reply.error(429).with("retry-after", "90")),
                                "--json")
                        .json();

        assertThat(json.path("delays")).hasSize(1);
        assertThat(json.at("/delays/0/until").asString()).isEqualTo("2026-11-23T12:01:30.000Z");
        assertThat(json.at("/delays/0/rateLimited").asBoolean()).isTrue();
        assertThat(json.at("/delays/0/reason").asString()).contains("429");
        assertThat(json.at("/end/code").asString()).isEqualTo("completed");
        assertThat(json.at("/end/message").isNull()).isTrue();
    }

    @Test
    void aRateIsKept() {
        Instant before = Shell.NOW;
        collectFrom(documents(), "--rate", "60/m");

        assertThat(Duration.between(before, shell.now())).isGreaterThan(Duration.ofSeconds(23));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--rate 0/s             | no rate '0/s': expected e.g. 5/s, 100/m or 1000/h",
                "--rate 5               | no rate '5'",
                "--rate 5/d             | no rate '5/d'",
                "--rate 999999/s        | --rate: a rate limit permits 1 to 100000 requests, not"
                        + " 999999",
                "--watch --max-backoff 5m | --max-backoff cannot be combined with --watch",
                "--wait --max-backoff 5m  | --max-backoff cannot be combined with --wait, which"
                        + " waits as long as OpenRouter asks",
                "--wait --watch           | --wait cannot be combined with --watch, which runs"
                        + " until it is stopped",
                "--timeout 5m             | --timeout needs --wait",
                "--refresh-after never         | no duration 'never'",
                "--concurrency 257      | concurrency must be 1 to 256, was 257",
                "--lease 0s             | lease must be PT1S to PT15M, was PT0S",
            })
    void whatMakesNoSenseIsRefused(String options, String words) {
        Shell.Result collected = collectFrom(documents(), options.split(" "));

        assertThat(collected.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(collected.err()).contains(words);
    }

    @Test
    void watchingSaysWhatRunsAndOnceAMinuteHowFarItIs() {
        Shell.Result collected = collectFrom(revokedAfter(Duration.ofSeconds(90)), "--watch");
        String spend = shell.run("report", "--json").json().at("/totals/spend").asString();

        assertThat(collected.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(collected.out()).startsWith("24 recorded");
        assertThat(collected.err().lines().toList())
                .first()
                .asString()
                .matches(
                        "time=2026-11-23T12:00:0\\S+ event=started version=dev"
                                + " ledger=\".*ledger\\.db\" base-url=\"http://127\\.\\S+\""
                                + " rate=none");
        assertThat(collected.err().lines())
                .anyMatch(line ->
                        line.matches(
                                "time=2026-11-23T12:01:0\\S+ event=counts recorded=24 revised=0"
                                    + " replaced=0 unchanged=0 not-ready=0 given-up=0 unavailable=1"
                                    + " failed=0 pending=1 oldest=6\\ds spend-recorded="
                                        + spend
                                        + " spend-unknown=0"))
                .anyMatch(line -> line.matches("time=\\S+ event=stopped recorded=24 .*"))
                .noneMatch(line -> line.contains("id=gen-"));
        assertThat(collected.err()).contains("check OPENROUTER_API_KEY");
    }

    @Test
    void aLogHoldsNothingButEvents() {
        shell.interruptedAfter(Duration.ofSeconds(90));
        Shell.Result collected = collectFrom(readyAfter(Duration.ofHours(1)), LATE, "--watch");

        assertThat(collected.exitCode()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(collected.out()).isEqualTo("0 recorded, 25 not ready\n");
        assertThat(collected.err().lines())
                .hasSizeGreaterThan(2)
                .allMatch(line -> line.matches("time=\\S+ event=(started|counts|stopped) .*"));
    }

    @Test
    void watchingOnATerminalShowsOneLine() {
        shell.watched();
        Shell.Result collected = collectFrom(revokedAfter(Duration.ofSeconds(90)), "--watch");

        assertThat(collected.err())
                .containsPattern(
                        "\r"
                                + "\u001b\\[Kwatching: requests fail for \\d+ s; 24 recorded, 1"
                                + " unavailable; 1 pending")
                .doesNotContain("event=");
    }

    @Test
    void waitingEndsWhenEveryIdHasItsRecord() {
        Shell.Result collected = collectFrom(readyAfter(Duration.ofSeconds(60)), LATE, "--wait");

        assertThat(collected.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(collected.out()).isEqualTo("25 recorded\n");
        assertThat(collected.err().lines())
                .isNotEmpty()
                .allMatch(line ->
                        line.matches(
                                "waiting: \\d+ recorded, \\d+ not ready; \\d+ pending; next try"
                                    + " (now|in \\d+ s); \\d\\.\\d ids/s; oldest (30 s|1 min)"));
        assertThat(shell.now()).isBetween(Shell.NOW.plusSeconds(60), Shell.NOW.plusSeconds(90));
    }

    @Test
    void waitingOnATerminalShowsTheNextTry() {
        shell.watched().onTerminal(80);
        Shell.Result collected = collectFrom(readyAfter(Duration.ofSeconds(60)), LATE, "--wait");

        assertThat(collected.err())
                .contains("\r\u001b[Kwaiting: 0 recorded, 25 not ready; 25 pending; next try in ");
        assertThat(collected.err().split("\r\u001b\\[K|\n")).allMatch(line -> line.length() < 80);
    }

    @Test
    void waitingEndsAtTheTimeoutWithIdsPending() {
        Shell.Result collected =
                collectFrom(
                        readyAfter(Duration.ofHours(1)),
                        LATE,
                        "--wait",
                        "--timeout",
                        "45s",
                        "--json");

        assertThat(collected.exitCode()).isEqualTo(ExitCode.REJECTED);
        assertThat(collected.json().at("/end/code").asString()).isEqualTo("timed-out");
        assertThat(collected.json().at("/counts/not-ready").asInt()).isEqualTo(25);
        assertThat(collected.err())
                .contains("genledger: --timeout is over\n")
                .containsPattern("25 stay pending(, the next in \\d+ s)?: run collect again\n");
        assertThat(shell.now()).isBetween(Shell.NOW.plusSeconds(45), Shell.NOW.plusSeconds(50));
    }

    @Test
    void aTimeoutInAnOutageIsAnOutage() {
        Shell.Result collected =
                collectFrom(request -> Reply.error(500), "--wait", "--timeout", "5m");

        assertThat(collected.exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(collected.err()).contains("25 ids could not be fetched: ", "500");
    }

    @Test
    void saysWhatToDoAboutIdsThatAreNotReady() {
        Shell.Result collected = collectFrom(readyAfter(Duration.ofMinutes(1)), LATE);

        assertThat(collected.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(collected.out()).isEqualTo("0 recorded, 25 not ready\n");
        assertThat(collected.err())
                .matches(
                        "25 ids are not ready: OpenRouter has no record yet; in most cases it is"
                                + " ready within 18 s of the completion\n"
                                + "25 stay pending, the next in [12] s: run collect again, or use"
                                + " --wait\n");
    }

    @Test
    void anOutageIsALineAndNotAListOfIds() {
        Shell.Result collected = collectFrom(request -> Reply.error(500, "out of order"));

        assertThat(collected.exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(collected.err()).doesNotContain("gen-");
        assertThat(collected.err().lines().filter(line -> line.contains("out of order")))
                .hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void replacedInlineUsageIsNoRevision() {
        String id = "gen-1755676927-7WlHzIQWGoPWoKYj3Arf";
        shell.typing("{\"id\":\"" + id + "\",\"choices\":[],\"usage\":{\"cost\":0.5}}")
                .run("import", "-");
        Shell.Result collected =
                collectFrom(
                        request ->
                                Reply.document(
                                        ("{\"data\":{\"id\":\""
                                                        + request.id()
                                                        + "\",\"usage\":1,\"total_cost\":1}}")
                                                .getBytes(StandardCharsets.UTF_8)),
                        "--json");

        assertThat(collected.json().at("/counts/replaced").asInt()).isEqualTo(1);
        assertThat(collected.json().at("/counts/revised").asInt()).isZero();
        assertThat(collected.json().at("/counts/recorded").asInt()).isEqualTo(24);
    }

    @Test
    void aTerminalShowsTheBackoffAboveTheStatusLine() {
        shell.watched();
        Shell.Result collected =
                collectFrom(onlyTheFirst(request -> Reply.error(429).with("retry-after", "5")));

        assertThat(collected.err()).contains("\r\u001b[Kbacking off 5 s: ");
    }

    @Test
    void refreshingCountsRevisions() {
        collectFrom(documents());
        shell.at(Instant.parse("2031-01-01T00:00:00Z"));
        Shell.Result refreshed =
                collectFrom(Behaviours.corrected(documents()), "--refresh-after", "1095d");
        Shell.Result again =
                collectFrom(Behaviours.corrected(documents()), "--refresh-after", "1095d");

        assertThat(refreshed.out()).isEqualTo("0 recorded, 24 revised, 1 unchanged\n");
        assertThat(again.out()).isEqualTo("0 recorded\n");
    }

    /** A report must not depend on the order of import and collect. */
    @Test
    void anImportedCopyNeverReplacesACollectedRecord() {
        collectFrom(Behaviours.corrected(documents()));
        String collected = shell.run("report", "--json").out();
        String saved =
                RECORDED.values().stream()
                        .map(copy -> new String(copy, StandardCharsets.UTF_8))
                        .collect(Collectors.joining("\n"));
        Shell.Result imported = shell.typing(saved).run("import", "-");

        assertThat(imported.out()).isEqualTo("0 recorded, 1 unchanged, 0 rejected, 24 outranked\n");
        assertThat(imported.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(shell.run("report", "--json").out()).isEqualTo(collected);
    }

    /** One id is out of order, and after such a time the key is revoked for it. */
    private Behaviour revokedAfter(Duration time) {
        Instant end = Shell.NOW.plus(time);
        String odd = RECORDED.keySet().iterator().next().value();
        return Behaviours.when(
                request -> request.id().equals(odd),
                request -> Reply.error(shell.now().isBefore(end) ? 500 : 401),
                documents());
    }

    private Behaviour readyAfter(Duration time) {
        Instant ready = Shell.NOW.plus(time);
        return Behaviours.when(
                request -> shell.now().isBefore(ready), request -> Reply.error(404), documents());
    }

    private static Behaviour onlyTheFirst(Behaviour first) {
        return Behaviours.when(request -> request.number() == 1, first, documents());
    }

    private static Behaviour documents() {
        Map<String, byte[]> byId = new LinkedHashMap<>();
        RECORDED.forEach((id, document) -> byId.put(id.value(), document));
        return Behaviours.documents(byId);
    }

    private Shell.Result collectFrom(Behaviour behaviour, String... more) {
        try (OpenRouterSimulator openRouter = OpenRouterSimulator.start(behaviour)) {
            return shell.collectFrom(openRouter, more);
        }
    }
}
