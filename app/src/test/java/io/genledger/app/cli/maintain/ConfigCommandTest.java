package io.genledger.app.cli.maintain;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.cli.Shell;
import io.genledger.app.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ConfigCommandTest {

    private static final String RECORD =
            "{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa1\",\"upstream_id\":null,\"usage\":0.5,\"created_at\":\"2025-03-01T22:30:00Z\"}";

    @TempDir private Path folder;
    private Shell shell = new Shell(Path.of("not set yet"));

    @BeforeEach
    void recordOne() {
        shell = new Shell(folder.resolve("ledger.db"));
        shell.typing(RECORD).run("import", "-");
    }

    @Test
    void showsTheZoneThatTheSystemHadAtCreation() {
        Shell.Result result = shell.run("config", "timezone");

        assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(result.out()).isEqualTo(ZoneId.systemDefault() + "\n");
    }

    @Test
    void changesTheZone() {
        Shell.Result result = shell.run("config", "timezone", "Asia/Kathmandu");

        assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(result.out()).isEqualTo("Asia/Kathmandu\n");
        assertThat(shell.run("config", "timezone").out()).isEqualTo("Asia/Kathmandu\n");
        assertThat(shell.run("verify").exitCode()).isEqualTo(ExitCode.OK);
    }

    @Test
    void jsonNamesNoNextZoneOfAFinishedChange() {
        JsonNode json = shell.run("config", "timezone", "Asia/Tokyo", "--json").json();

        assertThat(json.path("timezone").asString()).isEqualTo("Asia/Tokyo");
        assertThat(json.path("next").isNull()).isTrue();
    }

    @Test
    void namesAChangeThatIsNotFinished() throws SQLException {
        shell.run("config", "timezone", "UTC");
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("ledger.db"));
                Statement sql = connection.createStatement()) {
            sql.executeUpdate("insert into setting values ('timezone_next', 'Asia/Tokyo')");
        }

        Shell.Result result = shell.run("config", "timezone");

        assertThat(result.out()).isEqualTo("UTC\n");
        assertThat(result.err())
                .isEqualTo(
                        "genledger: the change to Asia/Tokyo is not finished;"
                                + " genledger config timezone Asia/Tokyo goes on\n");
    }

    @Test
    void refusesWhatIsNoZone() {
        Shell.Result result = shell.run("config", "timezone", "Mars/Olympus");

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("expected e.g. UTC, Europe/Berlin or +02:00");
    }

    @Test
    void showsWhatHoldsAndWhereItComesFrom() throws IOException {
        Path home = folder.resolve("home");
        Files.createDirectories(home.resolve("genledger"));
        Path project =
                Files.writeString(
                        folder.resolve("genledger.toml"),
                        """
                        # Of all who work here.
                        rate = "5/s"

                        [report]
                        by = ["day", "model"]
                        """);
        Files.writeString(home.resolve("genledger/config.toml"), "rate = '9/s'\nfail-on = 'info'");
        shell.in(folder)
                .with("XDG_CONFIG_HOME", home.toString())
                .with("GENLEDGER_DB", folder.resolve("ledger.db").toString())
                .with("GENLEDGER_COLLECT_CONCURRENCY", "3")
                .runAsIs("config", "timezone", "UTC");

        Shell.Result result = shell.runAsIs("config");

        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(result.out().replaceAll(" +", " "))
                .isEqualTo(
                        """
                        Setting Value From
                        db LEDGER GENLEDGER_DB
                        timezone UTC the ledger
                        collect.concurrency 3 GENLEDGER_COLLECT_CONCURRENCY
                        rate 5/s PROJECT:2
                        report.by day,model PROJECT:5
                        fail-on info HOME/genledger/config.toml:2

                        Project file PROJECT
                        User file HOME/genledger/config.toml
                        """
                                .replaceAll(" LEDGER ", " " + folder.resolve("ledger.db") + " ")
                                .replaceAll("PROJECT", project.toString())
                                .replaceAll("HOME", home.toString()));
    }

    @Test
    void checksTheSettingsOfAllCommands() throws IOException {
        Path file = Files.writeString(folder.resolve("genledger.toml"), "\n[audit]\nfail-on = 'x'");

        Shell.Result result = shell.in(folder).run("config");

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).startsWith("genledger: " + file + ":3: audit.fail-on: ");
    }

    @Test
    void withoutALedgerItNamesWhereOneWouldBe() {
        Path none = folder.resolve("none.db");

        Shell.Result result = new Shell(none).run("config");

        assertThat(result.out()).contains(none + "  --db", "Project file  none");
        assertThat(result.out()).contains("(does not exist)").doesNotContain("timezone");
        assertThat(none).doesNotExist();
    }

    @Test
    void jsonNamesTheSourceOfEachSetting() throws IOException {
        Files.writeString(folder.resolve("genledger.toml"), "color = 'never'");

        JsonNode json = shell.in(folder).run("config", "--json").json();

        assertThat(json.path("settings").valueStream().map(each -> each.path("source").asString()))
                .containsExactly("command-line", "ledger", "project");
    }
}
