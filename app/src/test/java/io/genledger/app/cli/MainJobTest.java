package io.genledger.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.http.simulator.behaviour.Behaviour;
import io.genledger.adapter.http.simulator.behaviour.Behaviours;
import io.genledger.adapter.http.simulator.reply.Reply;
import io.genledger.adapter.http.simulator.server.OpenRouterSimulator;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.report.IndependentSum;
import io.genledger.app.cli.simulate.ShippedDocuments;
import io.genledger.domain.generation.GenerationId;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** From ids to what they cost, over real HTTP, on a real SQLite file. */
class MainJobTest {

    private static final Map<GenerationId, byte[]> RECORDED = ShippedDocuments.all();
    private static final String UNKNOWN_OLD = "gen-1755676927-AAAAAAAAAAAAAAAAAAAA";

    @TempDir private Path folder;
    private Shell shell = new Shell(Path.of("not set yet"));

    @BeforeEach
    void openAShell() {
        shell = new Shell(folder.resolve("ledger.db")).with("OPENROUTER_API_KEY", "sk-or-test");
    }

    @Test
    void theReportEqualsAnIndependentSumOfTheRawDocuments() {
        try (OpenRouterSimulator openRouter = recorded()) {
            trackAll();
            assertThat(collect(openRouter).out())
                    .isEqualTo("%d recorded\n".formatted(RECORDED.size()));
        }
        JsonNode report = shell.run("--json", "report", "--by", "model,provider").json();
        IndependentSum expected = IndependentSum.of(RECORDED.values());

        assertThat(report.at("/totals/requests").asLong()).isEqualTo(RECORDED.size());
        assertThat(total(report, "spend")).isEqualByComparingTo(expected.spend());
        assertThat(total(report, "credits")).isEqualByComparingTo(expected.credits());
        assertThat(total(report, "byokUpstream")).isEqualByComparingTo(expected.upstream());
        assertThat(total(report, "cacheSaving")).isEqualByComparingTo(expected.cache());
        assertThat(
                        new IndependentSum.Tokens(
                                report.at("/totals/promptTokens").asLong(),
                                report.at("/totals/completionTokens").asLong(),
                                report.at("/totals/reasoningTokens").asLong(),
                                report.at("/totals/cachedTokens").asLong()))
                .isEqualTo(expected.tokens());
    }

    @ParameterizedTest
    @ValueSource(strings = {"day", "month", "model", "provider", "app", "user", "day,model,user"})
    void theRowsAddUpToTheTotalDigitForDigit(String dimensions) {
        collectEverything();
        JsonNode report =
                shell.run("--json", "report", "--since", "2000", "--by", dimensions).json();
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode row : report.path("rows")) {
            sum = sum.add(new BigDecimal(row.path("spend").asString()));
        }

        assertThat(sum.stripTrailingZeros()).isEqualTo(total(report, "spend"));
    }

    @Test
    void collectingTwiceChangesNothing() {
        collectEverything();
        String before = shell.run("--json", "report").out();
        try (OpenRouterSimulator openRouter = recorded()) {
            assertThat(trackAll().out())
                    .isEqualTo(
                            "{\"added\":0,\"pending\":0,\"recorded\":%d,\"givenUp\":0}\n"
                                    .formatted(RECORDED.size()));
            assertThat(collect(openRouter).out()).startsWith("0 recorded");
            assertThat(openRouter.requests()).isZero();
        }

        assertThat(shell.run("--json", "report").out()).isEqualTo(before);
    }

    @Test
    void showsTheArchivedOriginalByteForByte() {
        collectEverything();

        RECORDED.forEach((id, document) ->
                assertThat(shell.run("show", id.value(), "--wire").stdout())
                        .as(id.value())
                        .isEqualTo(document));
    }

    @Test
    void givesUpAnOldIdThatOpenRouterDoesNotKnow() {
        try (OpenRouterSimulator openRouter = recorded()) {
            shell.run("track", UNKNOWN_OLD);
            Shell.Result collected = collect(openRouter);

            assertThat(collected.exitCode()).isEqualTo(ExitCode.REJECTED);
            assertThat(collected.out()).contains("1 given up");
            assertThat(collected.err()).contains(UNKNOWN_OLD, "given up", "not found");
        }
    }

    @Test
    void waitsForAYoungIdThatOpenRouterDoesNotKnowYet() {
        try (OpenRouterSimulator openRouter = recorded()) {
            shell.at(Instant.ofEpochSecond(1755676930)).run("track", UNKNOWN_OLD);
            Shell.Result collected = collect(openRouter, "--json");

            assertThat(collected.exitCode()).isEqualTo(ExitCode.OK);
            assertThat(collected.json().at("/counts/not-ready").asInt()).isEqualTo(1);
            assertThat(collected.err())
                    .contains(
                            "1 stays pending, the next in ", ": run collect again, or use --wait");
        }
    }

    @ParameterizedTest
    @CsvSource({"401, 3", "402, 3", "403, 3", "500, 4", "503, 4", "429, 4", "418, 1"})
    void theExitCodeTellsWhatOpenRouterSaid(int status, int exitCode) {
        try (OpenRouterSimulator openRouter =
                OpenRouterSimulator.start(
                        Behaviours.always(Reply.error(status, "the words of OpenRouter")))) {
            trackAll();
            Shell.Result collected = collect(openRouter, "--concurrency", "4");

            assertThat(collected.exitCode()).isEqualTo(exitCode);
            assertThat(collected.err()).contains("the words of OpenRouter");
            assertThat(collected.err()).doesNotContain("sk-or-test").doesNotContain("\tat ");
        }
        assertThat(shell.run("--json", "track", UNKNOWN_OLD).exitCode()).isZero();
    }

    @Test
    void anOutageIsNamedHoweverManyReasonsCameBefore() {
        String oneThatFails = "gen-1755676927-zzzzzzzzzzzzzzzzzzzz";
        Behaviour knownToNobody = Behaviours.documents(Map.of());
        try (OpenRouterSimulator openRouter =
                OpenRouterSimulator.start(request ->
                        request.id().equals(oneThatFails)
                                ? Reply.error(503, "overloaded")
                                : knownToNobody.to(request))) {
            List<String> ids = new ArrayList<>();
            for (char letter = 'A'; letter <= 'Y'; letter++) {
                ids.add("gen-1755676927-" + String.valueOf(letter).repeat(20));
            }
            ids.add(oneThatFails);
            shell.typing(String.join(" ", ids)).run("track", "--from", "-");
            Shell.Result collected = collect(openRouter, "--concurrency", "1");

            assertThat(collected.exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
            assertThat(collected.err())
                    .contains("… and 5 more", "1 id could not be fetched: ", "overloaded");
        }
    }

    @Test
    void aRefusedRunLosesNothing() {
        try (OpenRouterSimulator openRouter =
                OpenRouterSimulator.start(
                        Behaviours.acceptingKey("another", r -> Reply.error(500, "")))) {
            trackAll();
            assertThat(collect(openRouter).exitCode()).isEqualTo(ExitCode.REFUSED);
        }
        try (OpenRouterSimulator openRouter = recorded()) {
            assertThat(collect(openRouter).out())
                    .startsWith("%d recorded".formatted(RECORDED.size()));
        }
    }

    @Test
    void withoutAKeyNothingIsAsked() {
        Shell keyless = new Shell(folder.resolve("ledger.db"));
        keyless.run("track", UNKNOWN_OLD);
        Shell.Result collected = keyless.run("collect");

        assertThat(collected.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(collected.err()).contains("OPENROUTER_API_KEY");
    }

    @Test
    void aBaseUrlThatWouldSendTheKeyInClearIsRefused() {
        Shell.Result collected = shell.run("collect", "--base-url", "http://example.org/api/v1");

        assertThat(collected.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(collected.err()).contains("--base-url").contains("https");
    }

    private void collectEverything() {
        try (OpenRouterSimulator openRouter = recorded()) {
            trackAll();
            assertThat(collect(openRouter).exitCode()).isZero();
        }
    }

    private Shell.Result trackAll() {
        String log =
                RECORDED.keySet().stream()
                        .map(id -> "INFO answered id=" + id + ", fine")
                        .collect(Collectors.joining("\n"));
        return shell.typing(log).run("--json", "track", "--from", "-");
    }

    private Shell.Result collect(OpenRouterSimulator openRouter, String... more) {
        return shell.collectFrom(openRouter, more);
    }

    private static OpenRouterSimulator recorded() {
        Map<String, byte[]> byId = new LinkedHashMap<>();
        RECORDED.forEach((id, document) -> byId.put(id.value(), document));
        return OpenRouterSimulator.start(Behaviours.documents(byId));
    }

    private static BigDecimal total(JsonNode report, String figure) {
        return new BigDecimal(report.path("totals").path(figure).asString()).stripTrailingZeros();
    }
}
