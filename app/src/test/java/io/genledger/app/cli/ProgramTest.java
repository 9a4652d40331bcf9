package io.genledger.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.Application;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.console.ProcessOutput;
import io.genledger.app.cli.console.ShutdownSignals;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramTest {

    private static final String ID = "gen-1731289055-7lM7yhtp335znp1qegkj";

    @TempDir private Path folder;

    @Test
    void withoutACommandItSaysHowItIsUsed() {
        Shell.Result result = shell().runAsIs();

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("Usage: genledger", "track", "report");
    }

    @Test
    void saysItsVersion() {
        String version = shell().runAsIs("--version").out();

        assertThat(version).matches("genledger \\S+\n");
        assertThat(shell().runAsIs("-V").out()).isEqualTo(version);
        assertThat(shell().runAsIs("report", "--version").out()).isEqualTo(version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void writesACompletionScript(String shell) {
        assertThat(shell().runAsIs("completion", shell).out())
                .contains("genledger", "report", "timezone");
    }

    @Test
    void anUnknownGenerationIsNotFound() {
        shell().run("track", "--literal", "gen-1");
        Shell.Result result = shell().run("show", ID);

        assertThat(result.exitCode()).isEqualTo(ExitCode.REJECTED);
        assertThat(result.err()).contains("does not hold " + ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"app.log", "gen-pencil", "https://openrouter.ai/api/v1/generation"})
    void whatLooksLikeNoIdIsTrackedOnlyLiterally(String odd) {
        Shell.Result refused = shell().run("track", odd, ID);
        Shell.Result tracked = shell().run("track", "--literal", odd);

        assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(refused.err()).contains("'" + odd + "' is not an id of OpenRouter: ");
        assertThat(tracked.out()).startsWith("1 added");
        assertThat(shell().run("show", odd, "--history").out()).contains(odd);
    }

    @Test
    void aFileIsNoId() throws IOException {
        Path log = Files.writeString(folder.resolve("app.log"), ID);
        Shell.Result result = shell().run("track", log.toString());

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("; to track the ids in it: genledger track --from ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"report", "pending", "show gen-1", "retry gen-1", "forget gen-1"})
    void whoAsksALedgerThatIsNotThereIsToldSo(String command) {
        Shell.Result result = shell().run(command.split(" "));

        assertThat(result.exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(result.err()).contains("no ledger at ", "ledger.db");
        assertThat(folder).isEmptyDirectory();
    }

    /** Such as what a copy leaves that failed: a sum of $0.00 would be mistaken for the truth. */
    @Test
    void anEmptyFileIsNoLedgerToReadAndANewOneToTrackInto() throws IOException {
        Files.createFile(folder.resolve("ledger.db"));
        Shell.Result report = shell().run("report");

        assertThat(report.exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(report.err()).contains("no ledger at ", "ledger.db");
        assertThat(folder.resolve("ledger.db")).isEmptyFile();
        assertThat(shell().run("track", ID).err()).contains("new ledger: ");
        assertThat(shell().run("track", ID).err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "", "tab\there", "ümlaut"})
    void whatIsNoIdIsRefused(String none) {
        Shell.Result result = shell().run("track", none);

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("not a generation id");
    }

    @Test
    void tracksIdsFromTheCommandLineOnce() {
        assertThat(shell().run("track", ID, ID, "--json").out())
                .isEqualTo("{\"added\":1,\"pending\":0,\"recorded\":0,\"givenUp\":0}\n");
        assertThat(shell().run("track", ID).out())
                .isEqualTo("0 added, 1 already pending, 0 already recorded\n");
    }

    @Test
    void aLedgerThatIsAFolderIsUnavailable() {
        Shell.Result result = new Shell(folder).run("report");

        assertThat(result.exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(result.err()).contains(folder.toString()).doesNotContain("\tat ");
    }

    @Test
    void aLedgerThatIsNoDatabaseIsUnavailable() throws IOException {
        Path file =
                Files.writeString(folder.resolve("notes.txt"), "no database at all ".repeat(99));
        Shell.Result result = new Shell(file).run("report");

        assertThat(result.exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(result.err()).contains(file.toString()).doesNotContain("\tat ");
        assertThat(file).hasContent("no database at all ".repeat(99));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mysql://localhost/ledger",
                "oracle://host/db",
                "mysql://x",
                "jdbc:",
                "sqlite:x.db",
                "file:x.db",
                "FILE:///x.db",
                "sqlite:///x.db",
                "http://localhost/ledger",
                "https:localhost",
                "postgresql//ana:s3cret@db/ledger",
                "postgresql:/ana:s3cret@db/ledger",
                "postgresq://ana:s3cret@db/ledger",
                "'postgresql://ana:s3cret@db/ledger'",
                "ana:s3cret@db/ledger",
                "jdbc:sqlite:postgresql://ana:s3cret@db/ledger",
            })
    void anotherKindOfDatabaseIsRefused(String url) {
        Shell.Result result = shell().runAsIs("--db", url, "track", ID);

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err())
                .containsPattern("expected (a file, jdbc:sqlite:FILE or )?postgresql://")
                .doesNotContain("s3cret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://ana:s3cret@db/ledger report",
                "import postgresql://ana:s3cret@db/ledger",
                "track postgresql://ana:s3cret@db/ledger",
                "track postgresql://ana:s3cret@db/ledger --verbose",
                "report postgresql://db/ledger?user=ana&sslpassword=s3cret",
                "report --by postgresql://ana:s3cret@db/ledger",
            })
    void aUrlInTheWrongPlaceIsShownWithoutItsPassword(String arguments) {
        Shell.Result result = shell().run(arguments.split(" "));

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("db/ledger").doesNotContain("s3cret");
    }

    @Test
    void aNameThatIsNoTextIsNoLedgerAndNoInput() {
        Shell.Result ledger = shell().runAsIs("--db", "gr\uFFFD\uFFFDe.db", "track", ID);
        Shell.Result input = shell().run("import", "gr\uFFFDe.ndjson");

        assertThat(ledger.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(ledger.err()).contains("--db: the file's name is not UTF-8");
        assertThat(input.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(input.err()).contains("the file's name is not UTF-8; name - instead");
    }

    @Test
    void findsTheLedgerInTheEnvironment() {
        Path named = folder.resolve("named.db");
        shell().with("GENLEDGER_DB", "jdbc:sqlite:" + named).runAsIs("track", ID);
        shell().with("XDG_DATA_HOME", folder.toString()).runAsIs("track", ID);
        shell().with("HOME", folder.resolve("home").toString()).runAsIs("track", ID);

        assertThat(named).exists();
        assertThat(folder.resolve("genledger/ledger.db")).exists();
        assertThat(folder.resolve("home/.local/share/genledger/ledger.db")).exists();
    }

    @Test
    void aTildeMeansTheHomeFolder() {
        Shell home = shell().with("HOME", folder.toString());
        home.runAsIs("--db", "~/option.db", "track", ID);
        home.with("GENLEDGER_DB", "~/variable.db").runAsIs("track", ID);

        assertThat(folder.resolve("option.db")).exists();
        assertThat(folder.resolve("variable.db")).exists();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?    |           | there is no home folder for the ledger: set HOME, or name a"
                        + " file with --db",
                "?    | ~/x.db    | there is no home folder for the ledger",
                "/tmp | ~ann/x.db | --db: only ~/ is expanded: write the whole path instead of"
                        + " ~ann/x.db"
            })
    void aLedgerWithoutAFolderIsRefused(String home, @Nullable String db, String sentence) {
        Shell shell = shell().with("HOME", home);
        Shell.Result result =
                db == null ? shell.runAsIs("track", ID) : shell.runAsIs("--db", db, "track", ID);

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).startsWith("genledger: " + sentence);
    }

    @Test
    void theDemoNamesTheProgramAsItWasCalledAndTheFolderItLeaves() throws IOException {
        Shell.Result demo = shell().calledAs("/opt/gen ledger/bin/genledger").runAsIs("demo");
        String folderLeft =
                demo.err()
                        .lines()
                        .filter(line -> line.startsWith("The ledger stays."))
                        .map(line -> line.replaceAll(".*rm -r ", ""))
                        .findFirst()
                        .orElseThrow();

        assertThat(demo.exitCode()).isZero();
        assertThat(demo.err())
                .contains(
                        "  '/opt/gen ledger/bin/genledger' --db " + folderLeft + "/ledger.db why");
        assertThat(Path.of(folderLeft, "ledger.db")).exists();
        Files.delete(Path.of(folderLeft, "ledger.db"));
        Files.delete(Path.of(folderLeft));
    }

    @Test
    void theDemoNeedsNothingButItself() {
        Shell.Result demo = shell().run("demo");

        assertThat(demo.exitCode()).isZero();
        assertThat(demo.out()).contains("Model", "Total", ID, "saved $0.0010926");
        assertThat(demo.err()).contains("25 recorded", "Try next:");
    }

    @Test
    void theDemoTouchesNoLedgerThatIsThereAlready() throws IOException {
        Files.createFile(folder.resolve("ledger.db"));

        assertThat(shell().run("demo").exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void theSameFlagTwiceIsTheFlag() {
        assertThat(shell().run("--json", "track", ID, "--json").out()).startsWith("{\"added\":1,");
    }

    @Test
    void outputThatIsLostIsNoSuccess() {
        PrintStream full =
                new PrintStream(
                        new OutputStream() {
                            @Override
                            public void write(int b) throws IOException {
                                throw new IOException("No space left on device");
                            }
                        },
                        true,
                        StandardCharsets.UTF_8);
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        shell().run("track", ID);

        assertThat(run(full, err, InputStream.nullInputStream(), "report"))
                .isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("standard output could not be written in full");
    }

    @Test
    void aReaderThatHasSeenEnoughIsToldNothing() {
        PrintStream head =
                ProcessOutput.to(
                        new OutputStream() {
                            @Override
                            public void write(int b) throws IOException {
                                throw new IOException("Broken pipe");
                            }
                        });
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        shell().run("track", ID);

        assertThat(run(head, err, InputStream.nullInputStream(), "report"))
                .isEqualTo(ExitCode.BROKEN_PIPE);
        assertThat(err.size()).isZero();
        assertThat(run(head, err, InputStream.nullInputStream(), "report", "--nonsense"))
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void anErrorIsAFaultOfOursAndNoRejection() {
        InputStream broken =
                new InputStream() {
                    @Override
                    public int read() {
                        throw new StackOverflowError("planted");
                    }

                    @Override
                    public int read(byte[] bytes, int from, int length) {
                        return read();
                    }
                };
        PrintStream out =
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);

        assertThat(run(out, new ByteArrayOutputStream(), broken, "track", "--from", "-"))
                .isEqualTo(ExitCode.FAULT);
    }

    private int run(
            PrintStream out, ByteArrayOutputStream err, InputStream in, String... arguments) {
        return Main.run(
                new Console(
                        Map.of("GENLEDGER_DB", folder.resolve("ledger.db").toString()),
                        in,
                        out,
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Application.runtime(),
                        Optional.empty(),
                        false,
                        "genledger",
                        new ShutdownSignals()),
                arguments);
    }

    private Shell shell() {
        return new Shell(folder.resolve("ledger.db"));
    }
}
