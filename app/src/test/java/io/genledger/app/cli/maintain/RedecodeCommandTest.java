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

class RedecodeCommandTest {

    private static final String RECORDS =
            "{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa1\",\"upstream_id\":null,\"usage\":0.5,\"created_at\":\"2025-03-01T22:30:00Z\"}\n"
                    + "{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa2\",\"upstream_id\":null,\"usage\":0.25,\"created_at\":\"2025-03-01T22:30:00Z\"}\n";

    @TempDir private Path folder;
    private Shell shell = new Shell(Path.of("not set yet"));

    @BeforeEach
    void recordTwo() {
        shell = new Shell(folder.resolve("ledger.db"));
        shell.typing(RECORDS).run("import", "-");
    }

    private void change(String... statements) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("ledger.db"));
                Statement sql = connection.createStatement()) {
            for (String statement : statements) {
                sql.executeUpdate(statement);
            }
        }
    }

    /** As if the rules of another version had judged all entries. */
    private void judgeByOtherRules() throws SQLException {
        change(
                "update entry set findings_version = 7777",
                "update rollup_finding set finding = -7778 where finding < 0");
    }

    @Test
    void whatIsDecodedTheSameStaysAsItIs() {
        Shell.Result result = shell.run("redecode");

        assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(result.out()).isEqualTo("2 documents decoded, 0 revised\n");
        assertThat(shell.run("verify", "--json").json().path("entries").asInt()).isEqualTo(2);
    }

    @Test
    void whatChangedBecomesARevisionAndTheSumsStayRight() throws SQLException {
        judgeByOtherRules();
        assertThat(shell.run("verify").exitCode()).isEqualTo(ExitCode.OK);

        assertThat(shell.run("redecode").out()).isEqualTo("2 documents decoded, 2 revised\n");

        Shell.Result verified = shell.run("verify", "--documents", "--json");
        assertThat(verified.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(verified.json().path("entries").asInt()).isEqualTo(6);
        assertThat(verified.json().path("documents").asInt()).isEqualTo(4);
        assertThat(shell.run("redecode").out()).isEqualTo("2 documents decoded, 0 revised\n");
    }

    @Test
    void aDocumentThatCannotBeDecodedIsNamedAndTheOthersAreRenewed() throws SQLException {
        judgeByOtherRules();
        change("update document set codec = 0, body = cast('{}' as blob) where seq = 1");

        Shell.Result result = shell.run("redecode");

        assertThat(result.exitCode()).isEqualTo(ExitCode.REJECTED);
        assertThat(result.out()).isEqualTo("2 documents decoded, 1 revised, 1 undecodable\n");
        assertThat(result.err()).contains("genledger: gen-aaaaaaaaaaaaaaaaaaa1 revision 1: ");
        JsonNode json = shell.run("redecode", "--json").json();
        assertThat(json.path("undecodable").asInt()).isEqualTo(1);
        assertThat(json.at("/first/0").asString()).startsWith("gen-aaaaaaaaaaaaaaaaaaa1 revision 1: ");
    }
}
