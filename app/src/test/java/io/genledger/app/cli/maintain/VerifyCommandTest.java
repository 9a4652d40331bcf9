package io.genledger.app.cli.maintain;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.cli.Shell;
import io.genledger.app.cli.console.ExitCode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class VerifyCommandTest {

    private static final String RECORD =
            "{\"data\":{\"id\":\"gen-1755676927-xxxxxxxxxx\",\"upstream_id\":null,\"created_at\":\"2025-08-20T08:02:07Z\","
                    + "\"model\":\"m\",\"total_cost\":0.5,\"usage\":0.5,\"is_byok\":false}}";

    @TempDir private Path folder;
    private Shell shell = new Shell(Path.of("not set yet"));

    @BeforeEach
    void recordOne() {
        shell = new Shell(folder.resolve("ledger.db"));
        shell.typing(RECORD).run("import", "-");
    }

    private void damage(String statement) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("ledger.db"));
                Statement sql = connection.createStatement()) {
            sql.executeUpdate(statement);
        }
    }

    @Test
    void aWholeLedgerIsEqual() {
        Shell.Result result = shell.run("verify", "--documents");

        assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(result.out())
                .matches(
                        "1 generation, 1 entries, \\d+ rollup rows, 1 document: equal to the"
                                + " digit\n");
    }

    @Test
    void onATerminalItSaysWhatIsCompared() {
        Shell.Result result = shell.watched().run("verify", "--documents");

        assertThat(result.err())
                .contains("verifying: generation; 0 s", "verifying: rollup day; ", "rollup finding")
                .endsWith("\r\u001b[K");
    }

    @Test
    void withoutATerminalThereIsNoStatusLine() {
        assertThat(shell.run("verify", "--documents").err()).isEmpty();
    }

    @Test
    void aWrongSumIsNamedAndChangesTheExitCode() throws SQLException {
        damage("update rollup_day set spend_microusd = spend_microusd + 2");

        Shell.Result result = shell.run("verify");

        assertThat(result.exitCode()).isEqualTo(ExitCode.REJECTED);
        assertThat(result.out())
                .containsPattern(
                        "rollup_day, 2025-08-20 account=default model=m provider=none byok=false"
                                + " trust=record: spend is 0\\.500002, expected 0\\.5\n")
                .contains(": 6 faults\n");
    }

    @Test
    void jsonHasEachFault() throws SQLException {
        damage("update rollup_day_by set requests = 7 where dimension = 6");

        JsonNode json = shell.run("verify", "--json", "--limit", "1").json();

        assertThat(json.path("faults").asInt()).isEqualTo(1);
        assertThat(json.path("first")).hasSize(1);
        assertThat(json.at("/first/0/table").asString()).isEqualTo("rollup_day_by");
        assertThat(json.at("/first/0/row").asString()).isEqualTo("2025-08-20 app=none");
        assertThat(json.at("/first/0/column").asString()).isEqualTo("requests");
        assertThat(json.at("/first/0/expected").asString()).isEqualTo("1");
        assertThat(json.at("/first/0/found").asString()).isEqualTo("7");
    }

    @Test
    void aDamagedDocumentIsFoundOnlyIfAskedFor() throws SQLException {
        damage("update document set codec = 0, body = x'7b7d'");

        assertThat(shell.run("verify").exitCode()).isEqualTo(ExitCode.OK);
        Shell.Result result = shell.run("verify", "--documents");
        assertThat(result.exitCode()).isEqualTo(ExitCode.REJECTED);
        assertThat(result.out()).contains("document, gen-1755676927-xxxxxxxxxx revision 1: body is ");
    }

    @Test
    void refusesANegativeLimit() {
        assertThat(shell.run("verify", "--limit", "-1").exitCode()).isEqualTo(ExitCode.USAGE);
    }
}
