package io.genledger.app.cli.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.cli.Shell;
import io.genledger.app.cli.console.ExitCode;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Reports and lists over a lake, as far as they need none; the tests of the profile lake use one.
 */
class LakeReportTest {

    private static final String LAKE = "jdbc:trino://127.0.0.1:1/lake/genledger";

    @TempDir private Path folder;

    private Shell.Result report(String... arguments) {
        return run("report", arguments);
    }

    private Shell.Result run(String command, String... arguments) {
        return new Shell(folder.resolve("ledger.db"))
                .run(
                        Stream.concat(Stream.of(command), Stream.of(arguments))
                                .toArray(String[]::new));
    }

    @Test
    void aLedgerItselfIsOne() {
        new Shell(folder.resolve("ledger.db")).run("track", "gen-1755676927-aaaaaaaaaaaaaaaaaaaa");

        Shell.Result result = report("--by", "day,ledger");

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("--by ledger needs --lake, a lake of several ledgers");
    }

    @ParameterizedTest
    @CsvSource({"report,--fresh", "report,--ledger=eu", "list,--fresh", "list,--ledger=eu"})
    void whatOnlyALakeHasNeedsOne(String command, String option) {
        Shell.Result result = run(command, option);

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("--ledger and --fresh need --lake");
    }

    @ParameterizedTest
    @CsvSource({"--html, report.html", "--byok-allowance, 200000USD", "--db, other.db"})
    void whatBelongsToALedgerIsRefused(String option, String value) {
        Shell.Result result = report("--lake", LAKE, option, value);

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err())
                .contains("--lake and " + option + " cannot be combined: ask the ledger itself");
    }

    @Test
    void aListOfALedgerHasNoColumnOfLedgers() {
        new Shell(folder.resolve("ledger.db")).run("track", "gen-1755676927-aaaaaaaaaaaaaaaaaaaa");

        Shell.Result result = run("list", "--columns", "id,ledger");

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("--columns ledger needs --lake, a lake of several");
    }

    @Test
    void aListOfALakeAsksNoLedger() {
        Shell.Result result = run("list", "--lake", LAKE, "--db", "other.db");

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("--lake and --db cannot be combined");
    }

    @ParameterizedTest
    @ValueSource(strings = {"report", "list"})
    void theDriverAndThePlaceOfThePasswordMayBeSettings(String command) {
        Shell.Result driver =
                new Shell(folder.resolve("ledger.db"))
                        .with("GENLEDGER_LAKE_DRIVER", folder.resolve("none.jar").toString())
                        .run(command, "--lake", LAKE);
        Shell.Result password =
                new Shell(folder.resolve("ledger.db"))
                        .with("GENLEDGER_LAKE_PASSWORD", "hunter2hunter2")
                        .run(command, "--lake", LAKE);

        assertThat(driver.exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(driver.err()).contains("none.jar");
        assertThat(password.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(password.err())
                .contains("--lake-password: expected env:NAME, file:PATH or credential:NAME")
                .doesNotContain("hunter2");
    }

    @Test
    void noSettingShowsAPassword() {
        Shell.Result result =
                new Shell(folder.resolve("ledger.db"))
                        .with("GENLEDGER_LAKE_PASSWORD", "hunter2hunter2")
                        .with("GENLEDGER_LAKE", LAKE + "?password=hunter2hunter2&SSL=true")
                        .run("config");

        assertThat(result.out())
                .contains("lake-password", "password=…&SSL=true")
                .doesNotContain("hunter2");
    }

    @Test
    void withoutUrlItIsThatOfTheSetting() {
        Shell.Result result = report("--lake", "--by", "ledger");

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("no lake: name one with --lake or GENLEDGER_LAKE");
    }
}
