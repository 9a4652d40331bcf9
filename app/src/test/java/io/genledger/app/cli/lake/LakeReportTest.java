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

/** Reports over a lake, as far as they need none; the tests of the profile lake use one. */
class LakeReportTest {

    private static final String LAKE = "jdbc:trino://127.0.0.1:1/lake/genledger";

    @TempDir private Path folder;

    private Shell.Result report(String... arguments) {
        return new Shell(folder.resolve("ledger.db"))
                .run(
                        Stream.concat(Stream.of("report"), Stream.of(arguments))
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
    @ValueSource(strings = {"--fresh", "--ledger=eu"})
    void whatOnlyALakeHasNeedsOne(String option) {
        Shell.Result result = report(option);

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
    void withoutUrlItIsThatOfTheSetting() {
        Shell.Result result = report("--lake", "--by", "ledger");

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("no lake: name one with --lake or GENLEDGER_LAKE");
    }
}
