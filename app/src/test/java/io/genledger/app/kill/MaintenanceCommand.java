package io.genledger.app.kill;

import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.app.cli.console.ExitCode;
import java.io.IOException;

/** A command that changes or copies a ledger as a whole. */
interface MaintenanceCommand {

    /** How far its work is, as the ledger shows it. */
    enum State {
        NOT_BEGUN,
        IN_THE_MIDDLE,
        DONE;

        /** The state of work on {@code all} things, of which {@code left} are left. */
        static State of(long left, long all) {
            return left == 0 ? DONE : left == all ? NOT_BEGUN : IN_THE_MIDDLE;
        }
    }

    /** Its name in results. */
    String name();

    /** Gives it something to do. */
    void prepare(LedgerDatabase database) throws IOException;

    /** Its arguments, without those that name the ledger. */
    String[] arguments();

    /** The highest exit code of a run that ended well. */
    default int highestExitCode() {
        return ExitCode.OK;
    }

    /** How far it is. */
    State state(LedgerDatabase database) throws IOException;
}
