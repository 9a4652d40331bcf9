package io.genledger.app.cli.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.kill.Victim;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.LockSupport;

/** The database of the Iceberg catalog, in which a commit is the update of one row. */
final class LakeCatalog {

    private static final int PAUSE_NANOS = 20_000_000;

    private LakeCatalog() {}

    static Connection connect() throws SQLException {
        return DriverManager.getConnection(
                LakePlace.setting("GENLEDGER_LAKE_CATALOG"), "genledger", "");
    }

    static void execute(String statement) throws SQLException {
        try (Connection catalog = connect();
                Statement one = catalog.createStatement()) {
            one.execute(statement);
        }
    }

    /** Keeps statements from committing until the returned connection is closed. */
    static Connection holdCommits(LakePlace place) throws SQLException {
        Connection holder = connect();
        holder.setAutoCommit(false);
        try (Statement one = holder.createStatement()) {
            one.execute(
                    "select * from iceberg_tables where table_namespace = '%s' for update"
                            .formatted(place.schema()));
        }
        return holder;
    }

    /** Waits until so many commits wait. */
    static void awaitCommits(int commits, String waiting, Victim shipper) throws SQLException {
        String query = "select count(*) from pg_stat_activity where " + waiting;
        try (Connection catalog = connect();
                Statement statement = catalog.createStatement()) {
            while (count(statement, query) < commits) {
                assertThat(shipper.lives()).as(shipper.output()).isTrue();
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private static long count(Statement statement, String query) throws SQLException {
        try (ResultSet counted = statement.executeQuery(query)) {
            counted.next();
            return counted.getLong(1);
        }
    }
}
