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
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What a person sees of a collection that is held up, and of one that keeps going. */
class CollectCommandTest {

    private static final Map<GenerationId, byte[]> RECORDED = ShippedDocuments.all();

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
        assertThat(collected.err()).contains("failed", "429", "25 stay pending");
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

        assertThat(json.path("failed").asInt()).isEqualTo(1);
        assertThat(json.at("/attention/0/outcome").asString()).isEqualTo("failed");
        assertThat(json.at("/attention/0/message").asString()).contains("429");
        assertThat(json.path("attentionLeftOff").asInt()).isZero();
        assertThat(json.at("/remaining/due").asInt() + json.at("/remaining/later").asInt())
                .isEqualTo(25);
        assertThat(json.at("/end/code").asString()).isEqualTo("unavailable");
        assertThat(json.at("/end/retryAfterMs").asInt()).isEqualTo(90_000);
    }

    @Test
    void tellsProgramsOfItsPauses() {
        JsonNode json =
                collectFrom(
                                onlyTheFirst(request -> Reply.error(429).with("retry-after", "90")),
                                "--json")
                        .json();

        assertThat(json.at("/backoffs/0/until").asString()).isEqualTo("2026-11-23T12:01:30.000Z");
        assertThat(json.at("/backoffs/0/message").asString()).contains("429");
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
                "--refresh-after never         | no duration 'never'",
                "--concurrency 257      | concurrency must be 1 to 256, was 257",
                "--lease 0s             | lease must be PT1S to PT1H, was PT0S",
            })
    void whatMakesNoSenseIsRefused(String options, String words) {
        Shell.Result collected = collectFrom(documents(), options.split(" "));

        assertThat(collected.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(collected.err()).contains(words);
    }

    @Test
    void watchingWritesALineForEachEventAndTheCounts() {
        Shell.Result collected = collectFrom(revokedAfter(Duration.ofSeconds(90)), "--watch");

        assertThat(collected.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(collected.out()).startsWith("24 recorded");
        assertThat(collected.err().lines())
                .anyMatch(line -> line.matches("time=2026-11-23T12:00:0\\S+ event=started"))
                .anyMatch(line ->
                        line.matches(
                                "time=\\S+ event=counts recorded=24 revised=0 unchanged=0"
                                        + " not-ready=0 given-up=0 failed=1"))
                .anyMatch(
                        line -> line.matches("time=\\S+ event=failed id=gen-\\S+ reason=\"\\S.*\""))
                .anyMatch(line -> line.matches("time=\\S+ event=stopped recorded=24 .*"));
        assertThat(collected.err()).contains("check OPENROUTER_API_KEY");
    }

    @Test
    void watchingOnATerminalShowsOneLine() {
        shell.watched();
        Shell.Result collected = collectFrom(revokedAfter(Duration.ofSeconds(90)), "--watch");

        assertThat(collected.err())
                .containsPattern("\r\u001b\\[Kwatching: 24 recorded, 1 failed")
                .doesNotContain("event=");
    }

    @Test
    void aTerminalShowsTheBackoffAboveTheBar() {
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

        assertThat(refreshed.out()).startsWith("0 recorded, 24 revised, 1 unchanged");
        assertThat(again.out()).startsWith("0 recorded, 0 revised, 0 unchanged");
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
