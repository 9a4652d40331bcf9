package io.genledger.app.cli.maintain;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.cli.Shell;
import io.genledger.app.cli.console.ExitCode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class PruneCommandTest {

    @TempDir private Path folder;
    private Shell shell = new Shell(Path.of("not set yet"));

    @BeforeEach
    void recordAnOldOneAndANewOne() {
        shell = new Shell(folder.resolve("ledger.db"));
        String young = Instant.now().minus(Duration.ofDays(3)).toString();
        shell.typing(
                        "{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa1\",\"upstream_id\":null,\"usage\":0.5,\"created_at\":\"2025-03-01T22:30:00Z\"}\n"
                                + "{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa2\",\"upstream_id\":null,\"usage\":0.25,\"created_at\":\"%s\"}\n"
                                        .formatted(young))
                .run("import", "-");
    }

    @Test
    void deletesOldDocumentsAndSaysWhich() {
        String report = shell.run("report").out();

        Shell.Result result = shell.run("prune", "--older-than", "30d");

        assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(result.out())
                .matches(
                        "deleted: 1 document \\(\\d+ bytes\\), created from 2025-03-01T22:30:00Z to"
                                + " 2025-03-01T22:30:00Z\n");
        assertThat(shell.run("show", "gen-aaaaaaaaaaaaaaaaaaa1").err())
                .isEqualTo("genledger: the document was pruned; reports keep its figures\n");
        assertThat(shell.run("show", "gen-aaaaaaaaaaaaaaaaaaa1", "--history").out())
                .contains("recorded as revision 1; the document was pruned");
        assertThat(shell.run("show", "gen-aaaaaaaaaaaaaaaaaaa2").exitCode()).isEqualTo(ExitCode.OK);
        assertThat(shell.run("report").out()).isEqualTo(report);
        assertThat(shell.run("verify", "--documents").exitCode()).isEqualTo(ExitCode.OK);
        assertThat(shell.run("prune", "--older-than", "30d").out())
                .isEqualTo("deleted: 0 documents (0 bytes)\n");
    }

    @Test
    void deletesOldEntriesAndKeepsTheirSums() {
        String report = shell.run("report").out();
        String dryRun = shell.run("prune", "--older-than", "30d", "--entries", "--dry-run").out();

        Shell.Result result = shell.run("prune", "--older-than", "30d", "--entries");

        assertThat(dryRun).startsWith("would be deleted: 1 entry of 1 generation created before ");
        assertThat(result.out())
                .isEqualTo(dryRun.replace("would be deleted", "deleted"))
                .matches(".*T00:00:00Z, with 1 document \\(\\d+ bytes\\)\n");
        assertThat(shell.run("report").out()).isEqualTo(report);
        assertThat(shell.run("show", "gen-aaaaaaaaaaaaaaaaaaa1").err())
                .isEqualTo(
                        "genledger: the entry of gen-aaaaaaaaaaaaaaaaaaa1 was pruned; reports of"
                                + " its day keep its figures\n");
        assertThat(
                        shell.run("why", "gen-aaaaaaaaaaaaaaaaaaa1", "--json")
                                .json()
                                .path("code")
                                .asString())
                .isEqualTo("pruned");
        assertThat(shell.run("verify").out())
                .contains("equal to the digit; entries from before ")
                .contains("sums of earlier days were not recomputed");
        assertThat(shell.run("list", "--csv").err())
                .matches(
                        "Generations created before .*T00:00:00Z are left out: their entries were"
                                + " pruned.\n");
        assertThat(shell.run("show", "--last", "2").err()).contains("are left out");
        Shell.Result again =
                shell.typing(
                                "{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa1\",\"upstream_id\":null,\"usage\":0.75}\n")
                        .run("import", "-");
        assertThat(again.out()).contains("0 recorded, 1 unchanged");
        assertThat(shell.run("report").out()).isEqualTo(report);
    }

    @Test
    void anAuditWithoutABeginningBeginsAfterThePrunedEntries() {
        shell.run("prune", "--older-than", "30d", "--entries");

        Shell.Result audit = shell.run("audit", "--json");

        assertThat(audit.exitCode()).as(audit.err()).isEqualTo(ExitCode.OK);
        assertThat(audit.json().path("generations").asInt()).isEqualTo(1);
        assertThat(audit.err())
                .matches(
                        "genledger: the audit begins at .*T00:00:00Z, because earlier entries were"
                                + " pruned\n");
        String recent = LocalDate.now(ZoneOffset.UTC).minusDays(20).toString();
        assertThat(shell.run("audit", "--since", recent).err()).isEmpty();
    }

    /** This is no outage, which a script would wait for. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "audit --since 2025-01       | ; begin at that time or later (--since)",
                "audit --until 2025-04       | ; begin at that time or later (--since)",
                "report --by session -s 2025 | ; begin at that time or later (--since), or report",
                "report -s 2025 --by hour --percentiles | without --as-of and --percentiles",
                "config timezone Asia/Tokyo  | the sums of their days stay those of the present",
            })
    void whatNeedsPrunedEntriesIsRefusedWithAHint(String command, String hint) {
        shell.run("config", "timezone", "UTC");
        shell.run("prune", "--older-than", "30d", "--entries");

        Shell.Result result = shell.run(command.split(" "));

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err())
                .startsWith("genledger: this needs entries from before ")
                .contains("T00:00:00Z, which were pruned", hint);
    }

    @Test
    void wholeDaysKeepTheirPercentiles() {
        shell.run("config", "timezone", "UTC");
        shell.run("prune", "--older-than", "30d", "--entries");

        Shell.Result result = shell.run("report", "-s", "2025", "--percentiles", "--json");

        assertThat(result.exitCode()).isZero();
        assertThat(result.json().path("percentileError").asString()).isEqualTo("0.004");
    }

    @Test
    void theDryRunChangesNothing() {
        JsonNode json = shell.run("prune", "--older-than", "30d", "--dry-run", "--json").json();

        assertThat(json.path("documents").asInt()).isEqualTo(1);
        assertThat(json.path("oldest").asString()).isEqualTo("2025-03-01T22:30:00.000Z");
        assertThat(shell.run("prune", "--older-than", "30d", "--dry-run").out())
                .startsWith("would be deleted: 1 document (");
        assertThat(shell.run("show", "gen-aaaaaaaaaaaaaaaaaaa1").exitCode()).isEqualTo(ExitCode.OK);
    }

    @Test
    void refusesAnAgeBeyondAllTimes() {
        Shell.Result result = shell.run("prune", "--older-than", "36501d");

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("--older-than: expected at most 36500d");
    }
}
