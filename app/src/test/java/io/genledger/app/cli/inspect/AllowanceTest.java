package io.genledger.app.cli.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.cli.Shell;
import io.genledger.app.cli.console.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The monthly BYOK allowance of the plan: stated, kept, metered and judged. */
class AllowanceTest {

    private static final String DOCUMENTS =
            """
            {"id":"gen-aaaaaaaaaaaaaaaaaaa1","is_byok":true,"usage":0,"upstream_inference_cost":6000.25,"created_at":"2026-09-01T00:00:00Z"}
            {"id":"gen-aaaaaaaaaaaaaaaaaaa2","is_byok":true,"usage":100,"upstream_inference_cost":2000,"created_at":"2026-09-04T12:00:00Z"}
            {"id":"gen-aaaaaaaaaaaaaaaaaaa3","is_byok":true,"usage":0,"upstream_inference_cost":null,"created_at":"2026-09-05T12:00:00Z"}
            {"id":"gen-aaaaaaaaaaaaaaaaaaa4","upstream_id":null,"usage":7,"created_at":"2026-09-05T13:00:00Z"}
            """;

    @TempDir private Path folder;
    private Shell shell = new Shell(Path.of("not set yet"));

    @BeforeEach
    void keepByokCalls() {
        shell = new Shell(folder.resolve("ledger.db"));
        shell.typing(DOCUMENTS).run("import", "-");
    }

    private static String words(Shell.Result result) {
        return result.out().replaceAll("\\s+", " ");
    }

    @Test
    void anAuditSaysHowMuchIsUsedOfTheMonthInWhichItEnds() {
        Shell.Result audit = shell.run("audit", "--since=2026-09", "--until=2026-09");

        assertThat(words(audit))
                .contains(
                        "fee for BYOK until 2025-09-30: 5%; since 2025-10-01 until 2026-08-09: 5%"
                                + " above 1,000,000 requests a month; since 2026-08-10: 5% above"
                                + " $25,000.00 at list price a month",
                        "allowance, default $8,000.25 of $25,000.00 at list price (32.0%) used from"
                                + " 2026-09-01 to 2026-09-30, as far as this ledger knows; without"
                                + " the unknown upstream cost of 1 call");
    }

    @Test
    void aFeeWithinItIsANote() {
        JsonNode json = shell.run("audit", "--since=2026-09", "--until=2026-09", "--json").json();

        assertThat(json.at("/findings").toString())
                .contains("\"code\":\"byok-fee-within-allowance\"", "\"severity\":\"info\"");
        assertThat(json.at("/byokAllowances/0/used").asString()).isEqualTo("8000.25");
        assertThat(json.at("/byokAllowances/0/allowance").asString()).isEqualTo("25000USD");
        assertThat(json.at("/byokAllowances/0/basis").asString()).isEqualTo("list-price-estimate");
        assertThat(json.at("/byokAllowances/0/unknownUpstream").asInt()).isEqualTo(1);
        assertThat(json.at("/byokAllowances/0/usedUp").asBoolean()).isFalse();
        assertThat(shell.run("why", "gen-aaaaaaaaaaaaaaaaaaa2").out())
                .contains("byok-fee-within-allowance");
        assertThat(shell.run("show", "gen-aaaaaaaaaaaaaaaaaaa2").out())
                .contains("byok-fee-within-allowance");
    }

    @Test
    void aFeeAboveItIsNone() {
        for (String command : new String[] {"why", "show"}) {
            assertThat(
                            shell.run(
                                            command,
                                            "gen-aaaaaaaaaaaaaaaaaaa2",
                                            "--byok-allowance=8000USD")
                                    .out())
                    .doesNotContain("byok-fee-within-allowance");
        }
        Shell.Result audit = shell.run("audit", "--byok-allowance=8000USD", "--until=2026-09");

        assertThat(audit.out()).doesNotContain("byok-fee-within-allowance");
        assertThat(words(audit)).contains("$8,000.25 of $8,000.00 at list price", "it is used up");
    }

    @Test
    void aReportWithByokCallsSaysHowMuchIsUsed() {
        Shell.Result report = shell.run("report", "--since=2026-09", "--until=2026-09");

        assertThat(report.out())
                .contains("BYOK est. $")
                .contains(
                        "The upstream cost of calls with your own key (BYOK) is an estimate at list"
                                + " price, not the provider's bill.",
                        "BYOK allowance of account default: $8,000.25 of $25,000.00 at list price"
                            + " (32.0%) used from 2026-09-01 to 2026-09-30, as far as this ledger"
                            + " knows");
        JsonNode json = shell.run("report", "--since=2026-09", "--until=2026-09", "--json").json();
        assertThat(json.path("basis").asString()).isEqualTo("list-price-estimate");
        assertThat(json.at("/byokAllowances/0/upstreamCost").asString()).isEqualTo("8000.25");
        assertThat(shell.run("report", "--since=2026-09", "--account=other").out())
                .doesNotContain("BYOK allowance");
    }

    @Test
    void aReportWithoutByokCallsSaysNothingOfIt() {
        Shell.Result report = shell.run("report", "--byok=false");

        assertThat(report.out()).doesNotContain("allowance", "estimate");
        JsonNode json = shell.run("report", "--byok=false", "--json").json();
        assertThat(json.path("basis").isNull()).isTrue();
        assertThat(json.path("byokAllowances")).isEmpty();
    }

    /** In August both plans apply: requests until the 9th, and the upstream cost from the 10th. */
    @Test
    void noFeeIsJudgedInTheMonthOfTheChange() {
        shell.typing(
                        """
                        {"id":"gen-aaaaaaaaaaaaaaaaaaa5","is_byok":true,"usage":9,"upstream_inference_cost":10,"created_at":"2026-08-09T23:00:00Z"}
                        {"id":"gen-aaaaaaaaaaaaaaaaaaa6","is_byok":true,"usage":9,"upstream_inference_cost":11,"created_at":"2026-08-10T00:00:00Z"}
                        """)
                .run("import", "-");

        Shell.Result august = shell.run("audit", "--since=2026-08", "--until=2026-08");
        assertThat(august.out()).doesNotContain("byok-fee-");
        assertThat(words(august)).contains("$11.00 of $25,000.00", "from 2026-08-10 to 2026-08-31");
        assertThat(words(shell.run("audit", "--since=2026-08", "--until=2026-08-09")))
                .contains("1 request of 1,000,000 requests", "from 2026-08-01 to 2026-08-09");
    }

    @Test
    void theLedgerKeepsOneForEachAccount() {
        assertThat(shell.run("config", "byok-allowance").out())
                .isEqualTo("that of OpenRouter's public plans\n");
        shell.run("config", "byok-allowance", "200000USD");
        shell.run("config", "byok-allowance", "7req", "--account", "team 1");

        assertThat(shell.run("config", "byok-allowance").out()).isEqualTo("200000USD\n");
        assertThat(
                        shell.run("config", "byok-allowance", "--account=team 1", "--json")
                                .json()
                                .path("allowance")
                                .asString())
                .isEqualTo("7req");
        assertThat(words(shell.run("config")))
                .contains(
                        "byok-allowance 200000USD the ledger, account default byok-allowance 7req"
                                + " the ledger, account team 1");
        assertThat(words(shell.run("report", "--until=2026-09"))).contains("of $200,000.00");
        assertThat(words(shell.run("audit", "--until=2026-09")))
                .contains("account team 1: 5% above 7 requests a month");
        assertThat(words(shell.run("report", "--until=2026-09", "--byok-allowance=9000USD")))
                .contains("of $9,000.00");

        shell.run("config", "byok-allowance", "--unset");
        assertThat(words(shell.run("report", "--until=2026-09"))).contains("of $25,000.00");
    }

    @Test
    void theFilesSettingIsPreferredToTheLedgers() throws Exception {
        shell.run("config", "byok-allowance", "200000USD");
        Shell configured = shell.with("GENLEDGER_BYOK_ALLOWANCE", "9000USD");

        assertThat(words(configured.run("report", "--until=2026-09"))).contains("of $9,000.00");
        assertThat(words(configured.run("config")))
                .contains("byok-allowance 9000USD GENLEDGER_BYOK_ALLOWANCE")
                .doesNotContain("200000USD");
        assertThat(Files.exists(folder.resolve("ledger.db"))).isTrue();
    }

    @Test
    void anAllowanceNeedsItsUnit() {
        Shell.Result refused = shell.run("config", "byok-allowance", "25000");

        assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(refused.err()).contains("no allowance '25000'", "25000USD or 1000000req");
        assertThat(shell.run("config", "byok-allowance", "1req", "--unset").exitCode())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void theBasisAndTheTrustAreSaidOfOneGeneration() {
        JsonNode why = shell.run("why", "gen-aaaaaaaaaaaaaaaaaaa2", "--json").json();

        assertThat(why.at("/money/basis").asString()).isEqualTo("list-price-estimate");
        assertThat(why.path("trust").asString()).isEqualTo("record");
        assertThat(why.path("mayIncludeWorkers").asBoolean()).isFalse();
        assertThat(words(shell.run("why", "gen-aaaaaaaaaaaaaaaaaaa2")))
                .contains("estimate at list price");
        assertThat(words(shell.run("show", "gen-aaaaaaaaaaaaaaaaaaa2")))
                .contains("an estimate at list price");
        assertThat(
                        shell.run("show", "gen-aaaaaaaaaaaaaaaaaaa3", "--json")
                                .json()
                                .path("trust")
                                .asString())
                .isEqualTo("unknown");
        assertThat(
                        shell.run("show", "gen-aaaaaaaaaaaaaaaaaaa4", "--json")
                                .json()
                                .at("/money/basis")
                                .isNull())
                .isTrue();
    }

    @Test
    void provisionalFiguresMayIncludeWorkers() {
        shell.typing(
                        """
                        {"id":"gen-1790700000-gggggggggggggggggggg","object":"chat.completion","model":"a/b","choices":[{"finish_reason":"stop"}],"usage":{"prompt_tokens":1,"completion_tokens":1,"cost":0.5,"is_byok":false}}
                        """)
                .run("import", "-");
        String id = "gen-1790700000-gggggggggggggggggggg";

        assertThat(words(shell.run("show", id)))
                .contains("provisional, inline usage of the completion; they may include workers");
        assertThat(words(shell.run("why", id))).contains("may include workers");
        JsonNode json = shell.run("show", id, "--json").json();
        assertThat(json.path("trust").asString()).isEqualTo("provisional");
        assertThat(json.path("mayIncludeWorkers").asBoolean()).isTrue();
    }

    @Test
    void saysThatAnAccountHasNoGenerationHere() {
        String note = "no generation of account nope is recorded in this ledger; its accounts:";

        assertThat(shell.run("config", "byok-allowance", "--account", "nope").err()).contains(note);
        assertThat(shell.run("config", "byok-allowance", "5USD", "--account", "nope").err())
                .contains(note);
        assertThat(shell.run("config", "byok-allowance").err()).isEmpty();
        shell.typing("{\"id\":\"gen-bbbbbbbbbbbbbbbbbbb1\",\"upstream_id\":null,\"usage\":7}")
                .run("import", "-", "--account", "nope");
        assertThat(shell.run("config", "byok-allowance", "--account", "nope").err()).isEmpty();
    }
}
