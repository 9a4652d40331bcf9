package io.genledger.app.cli.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.cli.Shell;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ShowRunTest {

    private static final String PARENT = "gen-1755676927-7WlHzIQWGoPWoKYj3Arf";
    private static final String WORKER = "gen-1755676928-8WlHzIQWGoPWoKYj3Arf";
    private static final String LATER = "gen-1755676929-9WlHzIQWGoPWoKYj3Arf";

    @TempDir private Path folder;
    private Shell shell = new Shell(Path.of("not set yet"));

    @BeforeEach
    void openAShell() {
        shell = new Shell(folder.resolve("ledger.db"));
        keep(WORKER, 2, "\"request_id\":\"req-1\",\"session_id\":\"conversation\"", "0.002");
        keep(PARENT, 1, "\"request_id\":\"req-1\",\"session_id\":\"conversation\"", "0.01");
        keep(LATER, 3, "\"request_id\":\"req-2\",\"session_id\":\"conversation\"", "0.3");
    }

    @Test
    void addsTheRecordsOfOneRequest() {
        String out = shell.run("show", "--run", "req-1").out();

        assertThat(out.indexOf(PARENT)).isLessThan(out.indexOf(WORKER));
        assertThat(out)
                .contains(
                        "Request req-1: 2 generations",
                        "Inclusive: $0.012 of 2 records, 20 prompt and 10 completion tokens, 1,000"
                                + " ms.",
                        "A ledger does not know whether a run is complete; every id tracked in this"
                                + " ledger has figures, perhaps provisional ones.")
                .doesNotContain(LATER);
    }

    @Test
    void addsTheRecordsOfOneSession() {
        assertThat(shell.run("show", "--run", "conversation").out())
                .contains(PARENT, WORKER, LATER)
                .contains("Session conversation: 3 generations", "Inclusive: $0.312 of 3 records");
    }

    @Test
    void fitsIntoEightyColumns() {
        shell.onTerminal(80)
                .with("NO_COLOR", "1")
                .run("track", "gen-1755676999-AWlHzIQWGoPWoKYj3Arf");
        String out = shell.run("show", "--run", "conversation").out();

        assertThat(out.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(out)
                .contains(PARENT, "0.010", "Trust", "500 ms", "15", "Not shown for lack of width")
                .contains("of the whole ledger, 1 id is\ntracked and not collected");
    }

    @Test
    void aGenerationOfUnknownSpendIsInNoSum() {
        keep(
                "gen-1755676930-AWlHzIQWGoPWoKYj3Arf",
                4,
                "\"request_id\":\"req-1\",\"is_byok\":true",
                "0");

        assertThat(shell.run("show", "--run", "req-1").out())
                .contains("unknown", "Inclusive: ≥$0.012 of 2 records")
                .contains("Unknown: the spend of 1 generation, which is in no sum.");
    }

    /** Unknown is never zero, and a sum without it is a lower bound. */
    @Test
    void saysWhatRecordsDoNotState() {
        String record =
                "{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa%d\",\"upstream_id\":null,\"usage\":%d,\"request_id\":\"%s\"%s}\n";
        String figures =
                ",\"native_tokens_prompt\":100,\"native_tokens_completion\":50,\"generation_time\":1000";
        shell.typing(
                        record.formatted(1, 1, "some", figures)
                                + record.formatted(2, 2, "some", "")
                                + record.formatted(3, 4, "none", "")
                                + record.formatted(4, 5, "none", ""))
                .run("import", "-");

        assertThat(shell.run("show", "--run", "some").out())
                .contains(
                        "Inclusive: $3.00 of 2 records, ≥100 prompt and ≥50 completion tokens,"
                                + " ≥1,000 ms.");
        assertThat(shell.run("show", "--run", "none").out())
                .contains(
                        "Inclusive: $9.00 of 2 records, unknown prompt and unknown completion"
                                + " tokens, unknown time.");
        JsonNode none = shell.run("show", "--run", "none", "--json").json();
        assertThat(none.at("/inclusive/generationTimeMs").isNull()).isTrue();
        assertThat(none.at("/inclusive/unknownGenerationTime").asInt()).isEqualTo(2);
        assertThat(
                        shell.run("show", "--run", "some", "--json")
                                .json()
                                .at("/inclusive/unknownPromptTokens")
                                .asInt())
                .isEqualTo(1);
    }

    @Test
    void namesEachGenerationAndTheSumsInJson() {
        JsonNode run = shell.run("show", "--run", "req-1", "--json").json();

        assertThat(run.at("/rows").size()).isEqualTo(2);
        assertThat(run.at("/rows/0/id").asString()).isEqualTo(PARENT);
        assertThat(run.at("/rows/0/spend").asString()).isEqualTo("0.01");
        assertThat(run.at("/rows/0/generationTimeMs").asInt()).isEqualTo(500);
        assertThat(run.at("/rows/0/mayIncludeWorkers").asBoolean()).isFalse();
        assertThat(run.at("/run").asString()).isEqualTo("req-1");
        assertThat(run.at("/kinds/0").asString()).isEqualTo("request");
        assertThat(run.at("/inclusive/spend").asString()).isEqualTo("0.012");
        assertThat(run.at("/provisional/spend").isNull()).isTrue();
        assertThat(run.at("/uncollected/pending").asInt()).isZero();
    }

    /** The inline usage of a parent includes its workers, and its record is its own cost. */
    @Test
    void reportsByRequestAndSessionCountOwnCostOnlyInEveryOrder() {
        Runnable inline =
                () ->
                        shell.typing(
                                        "{\"id\":\"%s\",\"object\":\"chat.completion\",\"created\":1755676927,\"model\":\"openai/gpt-4o-mini\",\"choices\":[],\"usage\":{\"prompt_tokens\":30,\"completion_tokens\":15,\"cost\":0.7}}"
                                                .formatted("gen-1755676920-0WlHzIQWGoPWoKYj3Arf"))
                                .run("import", "-");
        Runnable parent =
                () ->
                        keep(
                                "gen-1755676920-0WlHzIQWGoPWoKYj3Arf",
                                0,
                                "\"request_id\":\"run\",\"session_id\":\"run\"",
                                "0.1");
        Runnable workers =
                () -> {
                    for (int worker = 1; worker <= 3; worker++) {
                        keep(
                                "gen-175567692%d-0WlHzIQWGoPWoKYj3Arf".formatted(worker),
                                worker,
                                "\"request_id\":\"run\",\"session_id\":\"run\"",
                                "0.2");
                    }
                };
        int ledgers = 0;
        for (List<Runnable> order :
                List.of(
                        List.of(inline, parent, workers),
                        List.of(inline, workers, parent),
                        List.of(parent, inline, workers),
                        List.of(parent, workers, inline),
                        List.of(workers, inline, parent),
                        List.of(workers, parent, inline))) {
            shell = new Shell(folder.resolve("ledger-" + ledgers++ + ".db"));
            order.forEach(Runnable::run);

            for (String dimension : List.of("request", "session")) {
                JsonNode report =
                        shell.run("report", "--by", dimension, "--since", "2025", "--json").json();
                assertThat(report.at("/rows").size()).isEqualTo(1);
                assertThat(report.at("/rows/0/spend").asString()).isEqualTo("0.7");
                assertThat(report.at("/rows/0/requests").asInt()).isEqualTo(4);
            }
            assertThat(shell.run("show", "--run", "run").out())
                    .contains("Inclusive: $0.70 of 4 records");
        }
    }

    @Test
    void saysWhenNoGenerationHasTheId() {
        Shell.Result result = shell.run("show", "--run", "req-9");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("no generation of a request or session req-9");
    }

    @Test
    void takesNoGenerationBesideARun() {
        Shell.Result result = shell.run("show", PARENT, "--run", "req-1");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("--run: expected the id of one request or session");
    }

    private void keep(String id, int second, String more, String usage) {
        String record =
                ("{\"data\":{\"id\":\"%s\",%s,\"usage\":%s,\"created_at\":\"2025-08-20T08:02:0%dZ\","
                     + "\"native_tokens_prompt\":10,\"native_tokens_completion\":5,"
                     + "\"generation_time\":500,\"model\":\"openai/gpt-4o-mini\"}}")
                        .formatted(id, more, usage, second);
        assertThat(shell.typing(record).run("import", "-").exitCode()).isZero();
    }
}
