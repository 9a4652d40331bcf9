package io.genledger.adapter.sql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/**
 * One connection, used by one thread at a time: SQLite writes one transaction at a time anyway.
 * Whatever goes wrong with the file leaves here as a {@code LedgerUnavailableException}.
 */
final class Session implements AutoCloseable {

    static {
        // jOOQ would greet on standard error, in the middle of a command's own words.
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
    }

    /** How jOOQ writes SQL. */
    static final Settings SETTINGS =
            new Settings()
                    .withExecuteLogging(false)
                    .withRenderCatalog(false)
                    .withRenderSchema(false);

    private final ReentrantLock turn = new ReentrantLock();
    private final Path file;
    private final Connection connection;
    private final DSLContext sql;

    Session(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
        this.sql = DSL.using(connection, SQLDialect.SQLITE, SETTINGS);
    }

    /** Asks one question, which sees one state of the ledger. */
    <T> T read(Function<DSLContext, T> question) {
        turn.lock();
        try {
            return question.apply(sql);
        } catch (DataAccessException failure) {
            throw Trouble.with(file, failure);
        } finally {
            turn.unlock();
        }
    }

    /** Does all of {@code work} or nothing; afterwards it survives a crash. */
    <T> T write(Function<DSLContext, T> work) {
        turn.lock();
        try (Statement control = connection.createStatement()) {
            // Taking the write lock first spares us a deadlock between two readers who go on to
            // write.
            control.execute("begin immediate");
            try {
                T result = work.apply(sql);
                control.execute("commit");
                return result;
            } catch (RuntimeException | SQLException | Error failure) {
                rollBack(control, failure);
                throw failure;
            }
        } catch (SQLException | DataAccessException failure) {
            throw Trouble.with(file, failure);
        } finally {
            turn.unlock();
        }
    }

    private static void rollBack(Statement control, Throwable failure) {
        try {
            control.execute("rollback");
        } catch (SQLException alreadyRolledBack) {
            // SQLite does so by itself after the worst failures, such as a full disk.
            failure.addSuppressed(alreadyRolledBack);
        }
    }

    @Override
    public void close() {
        turn.lock();
        try {
            connection.close();
        } catch (SQLException failure) {
            throw Trouble.with(file, failure);
        } finally {
            turn.unlock();
        }
    }
}
