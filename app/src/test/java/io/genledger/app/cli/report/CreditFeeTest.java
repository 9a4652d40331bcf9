package io.genledger.app.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.cli.Shell;
import io.genledger.app.cli.console.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The fee for buying credits: on credits only, and never without its option. */
class CreditFeeTest {

    private static final String DOCUMENTS =
            """
            {"id":"gen-aaaaaaaaaaaaaaaaaaa1","upstream_id":null,"usage":0.000000000001,"model":"a/a","created_at":"2026-09-01T00:00:00Z"}
            {"id":"gen-aaaaaaaaaaaaaaaaaaa2","upstream_id":null,"usage":1,"model":"a/b","created_at":"2026-09-02T00:00:00Z"}
            {"id":"gen-aaaaaaaaaaaaaaaaaaa3","is_byok":true,"usage":0.5,"upstream_inference_cost":10,"model":"a/c","created_at":"2026-09-03T00:00:00Z"}
            {"id":"gen-aaaaaaaaaaaaaaaaaaa4","is_byok":true,"usage":0,"model":"a/d","created_at":"2026-09-03T00:00:00Z"}
            """;

    @TempDir private Path folder;
    private Shell shell = new Shell(Path.of("not set yet"));

    @BeforeEach
    void keepCreditsAndByok() {
        shell = new Shell(folder.resolve("ledger.db"));
        shell.typing(DOCUMENTS).run("import", "-");
    }

    @Test
    void itIsOnTheCreditsAloneAndExact() {
        JsonNode json = shell.run("report", "--order=group", "--credit-fee=5.5%", "--json").json();

        assertThat(json.path("creditFeePercent").asString()).isEqualTo("5.5");
        assertThat(json.at("/rows/0/spendInclPurchaseFee").asString())
                .isEqualTo("0.000000000001055");
        assertThat(json.at("/rows/1/spendInclPurchaseFee").asString()).isEqualTo("1.055");
        assertThat(json.at("/rows/2/spend").asString()).isEqualTo("10.5");
        assertThat(json.at("/rows/2/spendInclPurchaseFee").asString()).isEqualTo("10.5275");
        assertThat(json.at("/rows/3/spendInclPurchaseFee").isNull()).isTrue();
        assertThat(json.at("/totals/spendInclPurchaseFee").asString())
                .isEqualTo("11.582500000001055");
    }

    @Test
    void aTableAndCsvHaveTheColumnAndSayWhatItIs() {
        String table = shell.run("report", "--credit-fee", "5.5").out();

        assertThat(table)
                .contains("Spend incl. purchase fee $", "≥11.582500000001055")
                .contains("Spend incl. purchase fee is the spend and 5.5% of the credits in it");
        Shell.Result csv =
                shell.run(
                        "report",
                        "--credit-fee=5.5",
                        "--csv",
                        "--total",
                        "--order=group",
                        "--columns=spend");
        assertThat(csv.out().lines().toList().get(0)).endsWith("spend,spendInclPurchaseFee");
        assertThat(csv.out()).contains("a/c,10.5,10.5275\n");
        assertThat(csv.err()).contains("5.5% of the credits in it");
    }

    @Test
    void centsAddUpToTheTotal() {
        JsonNode json =
                shell.run("report", "--credit-fee=5.5", "--round=cents", "--order=group", "--json")
                        .json();

        assertThat(json.at("/rows/1/spendInclPurchaseFee").asString()).isEqualTo("1.06");
        assertThat(json.at("/rows/2/spendInclPurchaseFee").asString()).isEqualTo("10.52");
        assertThat(json.at("/totals/spendInclPurchaseFee").asString()).isEqualTo("11.58");
    }

    @Test
    void withoutItThereIsNoSuchColumn() {
        assertThat(shell.run("report", "--json").out()).doesNotContain("spendInclPurchaseFee");
        assertThat(shell.run("report").out()).doesNotContain("purchase");
        Shell.Result refused = shell.run("report", "--columns=spend-incl-purchase-fee");
        assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(refused.err()).contains("needs --credit-fee");
    }

    @ParameterizedTest
    @ValueSource(strings = {"daily", "weekly", "monthly", "session"})
    void theShortcutsHaveItToo(String command) {
        assertThat(shell.run(command, "--since=2026-09", "--credit-fee=5.5", "--json").out())
                .contains("\"spendInclPurchaseFee\":\"11.582500000001055\"");
    }
}
