package io.genledger.app.cli.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.cli.Shell;
import io.genledger.app.cli.console.ExitCode;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands about a lake on the servers that {@code .ci/lake} has started. */
class LakeCommandsTest {

    private static final long TEN_SECONDS = 10_000_000_000L;

    @TempDir private Path folder;

    @Test
    void fromAnEmptyLakeToAComparedOne() throws SQLException {
        LakePlace place = LakePlace.create(folder);
        assertThat(place.lake("status").err()).contains("run: genledger lake init");
        assertThat(place.lake("init").out()).endsWith(": created table entry\n");
        assertThat(place.lake("init").out()).endsWith(" has all that this version needs\n");
        assertThat(place.lake("status").out()).contains("no rows yet");
        place.record(10, 1, "0.5");
        place.record(10, 1, "0.25");
        place.record(11, 1, "0.000000000001");

        assertThat(place.lakeAndLedger("ship").out())
                .matches("eu: 4 rows shipped; the lake has all rows up to \\d+\n");

        assertThat(place.lakeAndLedger("ship").out()).startsWith("eu: nothing new");
        place.record(12, 1, "1");
        assertThat(place.lakeAndLedger("status").out())
                .contains("eu  4 rows, the last one ", "eu has 1 row that the lake lacks");
        assertThat(place.lakeAndLedger("verify").out())
                .matches("eu: 4 rows of 1 month up to row \\d+ compared: all equal\n");
        assertThat(place.report("--by", "ledger,model", "--ledger", "e*").out())
                .contains("eu", "0.250000000001");
        assertThat(place.report("--json", "--ledger", "us").out())
                .contains("\"pending\":null", "\"generations\":0,");
    }

    @Test
    void aDifferenceIsNamedAndEndsWithTheRebuild() throws SQLException {
        LakePlace place = LakePlace.create(folder);
        assertThat(place.lake("init").exitCode()).isEqualTo(ExitCode.OK);
        place.record(10, 2, "0.5");
        assertThat(place.lakeAndLedger("ship").exitCode()).isEqualTo(ExitCode.OK);
        place.execute(
                "eu", "update " + place.schema() + ".entry set spend_picousd = 1 where seq = 1");

        Shell.Result verified = place.lakeAndLedger("verify");

        assertThat(verified.exitCode()).isEqualTo(ExitCode.REJECTED);
        assertThat(verified.out())
                .contains("1 value differs", "spend: 0.500000000001 in the ledger, 1 in the lake");
        assertThat(place.lakeAndLedger("rebuild", "--from", "1").err())
                .contains("eu: 2 rows deleted from the lake");
        assertThat(place.lakeAndLedger("verify").exitCode()).isEqualTo(ExitCode.OK);
    }

    @Test
    void aDatabaseWithoutALedgerIsTold() throws SQLException {
        LakePlace place = LakePlace.create(folder);
        assertThat(place.lake("init").exitCode()).isEqualTo(ExitCode.OK);
        place.record(10, 1, "0.5");

        Shell.Result result =
                place.lake(
                        "ship",
                        "--db",
                        place.ledger(),
                        "--lake-ledger",
                        "eu",
                        "--lake-feed",
                        "pg_us.none");

        assertThat(result.exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(result.err()).contains("lacks a table of the lake or of the feed");
    }

    @Test
    void aServerThatIsAwayIsToldWithinTenSeconds() throws SQLException {
        LakePlace place = LakePlace.create(folder);
        long before = System.nanoTime();

        Shell.Result result =
                place.shell()
                        .run(
                                "lake",
                                "status",
                                "--lake",
                                "jdbc:trino://127.0.0.1:1/lake/genledger",
                                "--lake-driver",
                                LakePlace.driver());

        assertThat(result.exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(result.err()).contains("trino://127.0.0.1:1/lake/genledger is out of reach");
        assertThat(System.nanoTime() - before).isLessThan(TEN_SECONDS);
    }
}
