package io.genledger.app.kill;

import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.adapter.sql.PostgresServer;
import java.nio.file.Path;

/**
 * The ledger that all work on.
 *
 * @param location as {@code --db} takes it: a file, or a URL of a PostgreSQL server
 */
record KillLedger(String location) {

    static KillLedger in(Path folder) {
        return new KillLedger(folder.resolve("ledger.db").toString());
    }

    LedgerDatabase open() {
        return PostgresServer.isMeantBy(location)
                ? LedgerDatabase.open(PostgresServer.of(location))
                : LedgerDatabase.open(Path.of(location));
    }
}
