package io.genledger.app.cli.maintain;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.cli.Shell;
import io.genledger.app.cli.console.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class EraseCommandTest {

    private static final String ANAS =
            "{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa1\",\"upstream_id\":null,\"usage\":0.5,\"created_at\":\"2025-03-01T22:30:00Z\","
                    + "\"external_user\":\"ana@example.org\",\"session_id\":\"ana-1\"}\n";
    private static final String BENS =
            "{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa2\",\"upstream_id\":null,\"usage\":0.25,\"created_at\":\"2025-03-01T22:30:00Z\","
                    + "\"external_user\":\"ben@example.org\"}\n";
    private static final String DAMAGED = "{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa3\",\"upstream_id\":null,\"generation_time\":null,\"cache_discount\":null,\"external_user\":\"ana@example.org\"";

    @TempDir private Path folder;
    private Shell shell = new Shell(Path.of("not set yet"));

    @BeforeEach
    void recordTwo() {
        shell = new Shell(folder.resolve("ledger.db"));
        shell.typing(ANAS + BENS + DAMAGED).run("import", "-");
    }

    @Test
    void reportsStayTheSameButForTheName() {
        JsonNode before = shell.run("report", "--by", "day,model", "--json").json().path("rows");

        Shell.Result result = shell.run("erase", "--user", "ana@example.org");

        assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(result.out())
                .matches(
                        "erased: 1 document \\([\\d,]+ bytes\\) of 1 generation, 1 session id, 0"
                                + " messages, 0 events, 1 quarantined document\n");
        assertThat(shell.run("report", "--by", "day,model", "--json").json().path("rows"))
                .isEqualTo(before);
        assertThat(shell.run("report", "--by", "user", "--since", "2000").out())
                .contains("ben@example.org")
                .containsPattern("erased-\\d+ .*0\\.5")
                .doesNotContain("ana");
        assertThat(shell.run("quarantine").out()).doesNotContain("ana");
    }

    @Test
    void theOtherCommandsSayThatTheDocumentWasErased() {
        shell.run("erase", "--user", "ana@example.org");
        String sentence = "genledger: the document was erased; reports keep its figures\n";

        for (String command : new String[] {"show", "why"}) {
            Shell.Result result = shell.run(command, "gen-aaaaaaaaaaaaaaaaaaa1");
            assertThat(result.exitCode()).isEqualTo(ExitCode.REJECTED);
            assertThat(result.err()).isEqualTo(sentence);
        }
        assertThat(shell.run("show", "gen-aaaaaaaaaaaaaaaaaaa1", "--wire").err()).isEqualTo(sentence);
        assertThat(shell.run("show", "gen-aaaaaaaaaaaaaaaaaaa1", "--history").out())
                .contains("recorded as revision 1; the document was erased");
        assertThat(
                        shell.run("show", "gen-aaaaaaaaaaaaaaaaaaa1", "--history", "--json")
                                .json()
                                .at("/steps/0/kind")
                                .asString())
                .isEqualTo("document-erased");
        assertThat(shell.run("audit").exitCode()).isEqualTo(ExitCode.OK);
        assertThat(shell.run("redecode").out()).isEqualTo("1 document decoded, 0 revised\n");
        Shell.Result verified = shell.run("verify", "--documents", "--json");
        assertThat(verified.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(verified.json().path("documents").asInt()).isEqualTo(1);
    }

    @Test
    void theDryRunChangesNothing() {
        Shell.Result result = shell.run("erase", "--user", "ana@example.org", "--dry-run");

        assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(result.out()).startsWith("would be erased: 1 document (");
        assertThat(shell.run("show", "gen-aaaaaaaaaaaaaaaaaaa1").exitCode()).isEqualTo(ExitCode.OK);
        JsonNode json =
                shell.run("erase", "--user", "ana@example.org", "--dry-run", "--json").json();
        assertThat(json.path("generations").asInt()).isEqualTo(1);
        assertThat(json.path("dryRun").asBoolean()).isTrue();
    }

    @Test
    void importingTheDocumentAgainStoresNothing() {
        shell.run("erase", "--user", "ana@example.org");

        shell.typing(ANAS).run("import", "-");

        assertThat(shell.run("erase", "--user", "ana@example.org").exitCode())
                .isEqualTo(ExitCode.REJECTED);
        assertThat(shell.run("show", "gen-aaaaaaaaaaaaaaaaaaa1", "--wire").exitCode()).isEqualTo(ExitCode.REJECTED);
    }

    @Test
    void refusesAnEmptyName() {
        Shell.Result result = shell.run("erase", "--user", " ");

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("--user: expected the name of a user");
    }
}
