package io.genledger.app.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.genledger.app.cli.Shell;
import io.genledger.app.cli.console.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigFilesTest {

    private static final String RECORDS =
            """
            {"id":"gen-aaaaaaaaaaaaaaaaaaa1","upstream_id":null,"usage":0.5,"created_at":"2025-03-01T22:30:00Z","model":"a/b"}
            {"id":"gen-aaaaaaaaaaaaaaaaaaa2","upstream_id":null,"usage":0.25,"created_at":"2025-03-02T22:30:00Z","model":"c/d"}
            """;

    @TempDir private Path folder;
    private Path home = Path.of("not set yet");
    private Path project = Path.of("not set yet");
    private Path user = Path.of("not set yet");
    private Shell shell = new Shell(Path.of("not set yet"));

    @BeforeEach
    void recordTwo() throws IOException {
        home = Files.createDirectories(folder.resolve("home"));
        Path work = Files.createDirectories(home.resolve("project/deep/deeper"));
        project = home.resolve("project/genledger.toml");
        user = Files.createDirectories(home.resolve("configs/genledger")).resolve("config.toml");
        shell =
                new Shell(folder.resolve("ledger.db"))
                        .with("HOME", home.toString())
                        .with("XDG_CONFIG_HOME", home.resolve("configs").toString())
                        .in(work);
        shell.typing(RECORDS).run("import", "-");
        shell.run("config", "timezone", "UTC");
    }

    @Test
    void eachPlaceIsPreferredToTheNext() throws IOException {
        assertThat(firstDay()).isEqualTo("2025-03-01");

        write(user, "timezone = \"Asia/Tokyo\"");
        assertThat(firstDay()).isEqualTo("2025-03-02");

        write(project, "timezone = \"UTC\"");
        assertThat(firstDay()).isEqualTo("2025-03-01");

        shell.with("GENLEDGER_TIMEZONE", "Asia/Tokyo");
        assertThat(firstDay()).isEqualTo("2025-03-02");
        assertThat(firstDay("--timezone", "UTC")).isEqualTo("2025-03-01");
    }

    @Test
    void theTableOfACommandIsPreferredToKeysForAllInTheSameFileOnly() throws IOException {
        write(project, "timezone = \"Asia/Tokyo\"\n[report]\ntimezone = \"UTC\"");
        assertThat(firstDay()).isEqualTo("2025-03-01");

        shell.with("GENLEDGER_TIMEZONE", "Asia/Tokyo");
        assertThat(firstDay()).isEqualTo("2025-03-02");

        shell.with("GENLEDGER_REPORT_TIMEZONE", "UTC");
        assertThat(firstDay()).isEqualTo("2025-03-01");
    }

    @Test
    void aListIsWrittenAsAnArrayOrWithCommas() throws IOException {
        write(project, "[report]\nby = [\"day\", \"model\"]");
        String array = shell.run("report", "--csv").out();
        write(project, "report.by = 'day,model'");

        assertThat(array).startsWith("day,model,");
        assertThat(shell.run("report", "--csv").out()).isEqualTo(array);
    }

    @Test
    void theProjectsFileIsNotLookedForAboveTheHomeFolder() throws IOException {
        write(folder.resolve("genledger.toml"), "report.by = \"day\"");
        assertThat(shell.run("report", "--csv").out()).startsWith("model,");

        write(home.resolve("genledger.toml"), "report.by = \"day\"");
        assertThat(shell.run("report", "--csv").out()).startsWith("day,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"top = 1", "[report]\nlimit = 1\n[list]\nlimit = 1", "round = 'cents'"})
    void aFileCutsAndRoundsTablesOnly(String text) throws IOException {
        shell.typing(
                        "{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa3\",\"upstream_id\":null,\"usage\":0.001,\"model\":\"e/f\"}")
                .run("import", "-");
        List<String> commands = List.of("report --csv", "report -j", "list --csv", "list --json");
        List<String> exact = commands.stream().map(this::out).toList();
        String table = out("report") + out("list");
        write(project, text);

        assertThat(commands.stream().map(this::out).toList()).isEqualTo(exact);
        assertThat(out("report") + out("list")).isNotEqualTo(table);
        assertThat(out("report --csv --top 1")).isNotEqualTo(exact.get(0)).contains("other");
        assertThat(out("list --csv --limit=1").lines()).hasSize(2);
        assertThat(out("report --csv --round cents")).doesNotContain("0.001");
    }

    @Test
    void aRelativeLedgerLiesBesideItsFile() throws IOException {
        write(project, "db = 'own.db'");

        assertThat(shell.runAsIs("track", "gen-1731289055-7lM7yhtp335znp1qegkj").err())
                .contains("new ledger: " + home.resolve("project/own.db"));
        assertThat(home.resolve("project/own.db")).exists();
    }

    @Test
    void theEnvironmentNamesTheLedgerBeforeAFileDoes() throws IOException {
        write(project, "db = 'own.db'");
        shell.with("GENLEDGER_DB", folder.resolve("ledger.db").toString());

        assertThat(shell.runAsIs("report", "--csv").out()).contains("a/b");
    }

    @Test
    void aProjectsFileNamesNoServer() throws IOException {
        write(project, "db = 'postgresql://example.org/ledger'");

        Shell.Result result = shell.runAsIs("report");

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err())
                .isEqualTo(
                        "genledger: "
                                + project
                                + ":1: db: a project's file cannot name a server, which would be"
                                + " given $PGPASSWORD: name it in GENLEDGER_DB or in your own"
                                + " config file\n");
    }

    @Test
    void theCommandLinesLedgerIsNamedInPlaceOfAServerInAProjectsFile() throws IOException {
        write(project, "db = 'postgresql://example.org/ledger'");

        assertThat(shell.run("report").exitCode()).isEqualTo(ExitCode.OK);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "timezon = 'UTC'          | :1: no key 'timezon' in a config file; did you mean"
                        + " timezone?",
                "[report]#by = 'day'#w = 1| :3: no key 'w' in a config file; expected one of by,"
                    + " byok-allowance, columns, credit-fee, lake-driver, lake-password, lake-user,"
                    + " limit, order, round, start-of-week, timezone, top",
                "[reprot]#by = 'day'      | :1: no command 'reprot' in a config file; did you mean"
                        + " report?",
                "[report]#rate = '5/s'    | :2: report.rate: expected above the first table, or in"
                        + " [collect]",
                "[report]#db = 'x.db'     | :2: report.db: holds for every command: expected it"
                        + " above the first table",
                "by = {a = 1}             | :1: no command 'by' in a config file; expected one of"
                        + " audit, collect, daily, ",
                "rate = []                | :1: rate: expected a string, a number or an array of"
                        + " these",
                "##rate = [['day']]       | :3: rate: expected a string, a number or an array of"
                        + " these",
                "a = 1#by =               | :2: not TOML: Premature end of file",
                "db = 'a'#db = 'b'#by = 1 | :2: not TOML: Duplicate key",
                "db = 'a'#db = 'b'        | :2: not TOML: Duplicate key",
                "[list]#[report]#[list]#a = 1 | :3: not TOML: ",
                "timezone = 'Mars'        | :1: timezone: ",
                "#[report]#by = 'dya'     | :3: report.by: ",
                "report.by = ['day', 'dya']| :1: report.by: ",
                "by = 'day'               | :1: by: expected in [daily], [monthly], [report],"
                        + " [session], [weekly]",
            })
    void aWrongFileIsAnErrorThatNamesTheLine(String text, String sentence) throws IOException {
        write(project, text.replace('#', '\n'));

        Shell.Result result = shell.run("report");

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).startsWith("genledger: " + project + sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api-key = 'sk-or-v1-hunter2'",
                "key = 'hunter2'",
                "OPENROUTER_API_KEY = 'hunter2'",
                "[collect]\napi_key = 'hunter2'",
                "account = 'sk-or-v1-hunter2'",
                "[collect]\nrate = ['sk-or-v1-hunter2']",
                "pgpassword = 'hunter2'",
                "db = 'postgresql://me:hunter2@example.org/ledger'",
                "db = 'postgresql://example.org/ledger?password=hunter2'",
            })
    void secretsAreRefusedAndNotRepeated(String text) throws IOException {
        write(user, text);

        Shell.Result result = shell.run("report");

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err())
                .contains("does not belong in this file: set ", "PGPASSWORD")
                .doesNotContain("hunter2");
    }

    @Test
    void aFileThatIsNotUtf8IsAnError() throws IOException {
        Files.write(user, "account = 'größe'".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(shell.run("report").err())
                .isEqualTo("genledger: " + user + ": not UTF-8; convert the file\n");
    }

    @Test
    void aFolderInPlaceOfTheFileIsAnError() throws IOException {
        Files.createDirectory(user);

        assertThat(shell.run("report").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(shell.run("report").err()).startsWith("genledger: " + user + ": ");
    }

    @Test
    void helpNeedsNoRightFile() throws IOException {
        write(user, "wrong");

        assertThat(shell.run("report", "--help").exitCode()).isEqualTo(ExitCode.OK);
        assertThat(shell.runAsIs("help", "report").exitCode()).isEqualTo(ExitCode.OK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "completion"})
    void aValueThatIsNamedAsACommandDoesNotDropTheSettings(String value) {
        shell.with("GENLEDGER_DB", folder.resolve("ledger.db").toString());
        shell.typing(
                        "{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa3\",\"upstream_id\":null,\"usage\":2,\"external_user\":\"%s\",\"model\":\"e/f\"}"
                                .formatted(value))
                .runAsIs("import", "-");

        Shell.Result result = shell.runAsIs("--color", "never", "list", "--csv", "--user", value);

        assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.OK);
        assertThat(result.out())
                .contains("gen-aaaaaaaaaaaaaaaaaaa3")
                .doesNotContain("gen-aaaaaaaaaaaaaaaaaaa1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rw-r--rw- | rwxr-xr-x | it can be written by all users",
                "rw-r--r-- | rwxrwxrwx | its folder can be written by all users",
            })
    void aProjectsFileThatAllUsersCanWriteIsRefused(String file, String folder, String reason)
            throws IOException {
        write(project, "timezone = 'Asia/Tokyo'");
        Files.setPosixFilePermissions(project, PosixFilePermissions.fromString(file));
        Files.setPosixFilePermissions(
                project.resolveSibling("."), PosixFilePermissions.fromString(folder));

        Shell.Result result = shell.run("report");

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err())
                .isEqualTo(
                        "genledger: %s: this config file is not obeyed, because %s; change that, or"
                                        .formatted(project, reason)
                                + " run genledger in another folder\n");
    }

    /** Only root can give files away, as in the containers of CI. */
    @ParameterizedTest
    @CsvSource({"false, it belongs to", "true, its folder belongs to"})
    void aProjectsFileOfAnotherUserIsRefused(boolean isFolder, String reason) throws IOException {
        assumeTrue(Files.getAttribute(folder, "unix:uid").equals(0));
        write(project, "timezone = 'Asia/Tokyo'");
        Files.setAttribute(isFolder ? project.getParent() : project, "unix:uid", 54321);

        Shell.Result result = shell.run("report");

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains(project + ": ", reason + " the user 54321");
    }

    @Test
    void variablesInAValueAreNotReplaced() throws IOException {
        write(user, "timezone = '${sys:user.dir}'");

        assertThat(shell.run("report").err())
                .startsWith("genledger: " + user + ":1: timezone: ")
                .contains("${sys:user.dir}")
                .doesNotContain(System.getProperty("user.dir"));
    }

    private String out(String command) {
        Shell.Result result = shell.run(command.split(" "));
        assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.OK);
        return result.out();
    }

    private String firstDay(String... more) {
        String[] arguments = new String[more.length + 4];
        System.arraycopy(new String[] {"report", "--by", "day", "--csv"}, 0, arguments, 0, 4);
        System.arraycopy(more, 0, arguments, 4, more.length);
        Shell.Result result = shell.run(arguments);
        assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.OK);
        String row = result.out().lines().skip(1).findFirst().orElseThrow();
        return row.substring(0, row.indexOf(','));
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text);
    }
}
