package io.genledger.app.cli.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.kill.Victim;
import java.sql.SQLException;
import java.util.concurrent.locks.LockSupport;

/** What is asked of a shipper whose servers end. */
final class Interrupted {

    private static final int PAUSE_NANOS = 20_000_000;

    private Interrupted() {}

    /** Waits until a statement of the shipper copies rows. */
    static void awaitCopying(LakePlace place, Victim shipper) throws SQLException {
        while (place.copying() == 0) {
            assertThat(shipper.lives()).as(shipper.output()).isTrue();
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** A user reads one sentence, and no stack. */
    static void assertTold(Victim shipper) {
        assertThat(shipper.exitCode()).as(shipper.output()).isIn(ExitCode.OK, ExitCode.UNAVAILABLE);
        assertThat(shipper.output().lines()).as(shipper.output()).hasSize(1);
        assertThat(shipper.output()).doesNotContain("Exception", "\tat ");
    }
}
