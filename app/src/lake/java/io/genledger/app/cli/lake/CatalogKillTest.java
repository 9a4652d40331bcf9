package io.genledger.app.cli.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.cli.Shell;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.kill.KillLedger;
import io.genledger.app.kill.Victim;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The catalog's database is killed while it commits what a statement has copied. */
@Timeout(600)
class CatalogKillTest {

    @TempDir private Path folder;
    private LakePlace place;

    @BeforeEach
    void shipSomeRows() throws SQLException {
        place = LakePlace.create(folder);
        assertThat(place.lake("init").exitCode()).isEqualTo(ExitCode.OK);
        place.record(1, 100, "0.5");
        assertThat(place.lakeAndLedger("ship").exitCode()).isEqualTo(ExitCode.OK);
        place.record(51, 100, "0.25");
    }

    @AfterEach
    void startAgain() throws IOException, InterruptedException, SQLException {
        LakeServer.CATALOG.start();
        LakeCatalog.execute("alter system reset synchronous_standby_names");
        LakeCatalog.execute("select pg_reload_conf()");
    }

    /** Another transaction holds the row that the commit replaces. */
    @Test
    void whatWasNotCommittedIsShippedByTheNext() throws Exception {
        Victim shipper;
        try (Connection holder = LakeCatalog.holdCommits(place)) {
            shipper = startShipping();
            LakeCatalog.awaitCommits(1, "wait_event_type = 'Lock'", shipper);
            LakeServer.CATALOG.kill();
            assertThat(holder.isValid(1)).isFalse();
        }
        assertShippedOn(shipper, "eu: 150 rows shipped");
    }

    /** The commit is on disk, and waits for a copy on another server before it answers. */
    @Test
    void whatWasCommittedWithoutAnAnswerIsNotShippedAgain() throws Exception {
        LakeCatalog.execute("alter system set synchronous_standby_names = 'none'");
        LakeCatalog.execute("select pg_reload_conf()");
        Victim shipper = startShipping();
        LakeCatalog.awaitCommits(1, "wait_event = 'SyncRep'", shipper);
        LakeServer.CATALOG.kill();
        assertShippedOn(shipper, "eu: nothing new");
    }

    private Victim startShipping() throws IOException {
        return Victim.start(folder, new KillLedger(place.ledger()), place.ofLedger("ship"));
    }

    private void assertShippedOn(Victim shipper, String said) throws Exception {
        assertThat(shipper.exitCode()).as(shipper.output()).isEqualTo(ExitCode.UNAVAILABLE);
        Interrupted.assertTold(shipper);
        assertThat(shipper.output()).contains(" has lost the database of its JDBC catalog");
        Shell.Result away = place.lake("status");
        assertThat(away.exitCode()).as(away.err()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(away.err()).contains(" has lost the database of its JDBC catalog");
        LakeServer.CATALOG.start();
        LakeCatalog.execute("alter system reset synchronous_standby_names");
        LakeCatalog.execute("select pg_reload_conf()");

        Shell.Result next = place.lakeAndLedger("ship");

        assertThat(next.out()).as(next.err()).startsWith(said);
        assertThat(place.lakeAndLedger("verify").out()).contains("eu: 250 rows", "all equal");
    }
}
