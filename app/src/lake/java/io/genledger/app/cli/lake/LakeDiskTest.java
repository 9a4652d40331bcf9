package io.genledger.app.cli.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.genledger.app.cli.Shell;
import io.genledger.app.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The lake's disk is full: a statement fails at its data, or at what it writes about them, as there
 * is a little more room each time.
 */
class LakeDiskTest {

    private static final int STEP = 8 * 1024;
    private static final int ROWS = 2_000;

    @TempDir private Path folder;
    private Path filler;

    @BeforeEach
    void requireSmallDisk() {
        String disk = System.getenv("GENLEDGER_LAKE_SMALL");
        assumeTrue(disk != null, ".ci/lake must be run by a user who may mount a small disk");
        filler = Path.of(disk).resolve("filler");
    }

    @AfterEach
    void makeRoom() throws IOException {
        if (filler != null) {
            Files.deleteIfExists(filler);
        }
    }

    @Test
    void nothingIsLostUntilThereIsRoom() throws SQLException, IOException {
        LakePlace place = LakePlace.create(folder).in("small");
        assertThat(place.lake("init").exitCode()).isEqualTo(ExitCode.OK);
        place.record(1, ROWS, "0.5");
        assertThat(place.lakeAndLedger("ship").exitCode()).isEqualTo(ExitCode.OK);
        place.record(ROWS / 2 + 1, ROWS, "0.25");
        int refused = 0;
        Shell.Result shipped = shipWithRoom(place, 0);
        while (shipped.exitCode() != ExitCode.OK) {
            assertThat(shipped.exitCode()).as(shipped.err()).isEqualTo(ExitCode.UNAVAILABLE);
            assertThat(shipped.err()).contains("no room left on the disk of the lake");
            assertThat(place.lakeAndLedger("verify").out()).contains("eu: 2,000 rows", "all equal");
            refused++;
            shipped = shipWithRoom(place, refused * STEP);
        }

        assertThat(refused).isGreaterThan(1);
        assertThat(place.lakeAndLedger("verify").out())
                .contains("eu: %,d rows".formatted(2 * ROWS + ROWS / 2), "all equal");
    }

    /** Ships while the disk has so much room. */
    private Shell.Result shipWithRoom(LakePlace place, int bytes) throws IOException {
        Files.deleteIfExists(filler);
        long usable = Files.getFileStore(filler.getParent()).getUsableSpace();
        Files.write(filler, new byte[Math.toIntExact(usable - bytes)]);
        return place.lakeAndLedger("ship");
    }
}
