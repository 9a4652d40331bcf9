package io.genledger.adapter.sql.engine;

import io.genledger.adapter.sql.engine.Engine.LockMode;
import io.genledger.ports.ledger.LedgerUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/**
 * The connection that reads and writes a ledger, used by one thread at a time. A lost connection is
 * replaced by the next call. Errors of the database become {@link LedgerUnavailableException}s.
 */
public final class LedgerConnection implements AutoCloseable {

    static {
        // jOOQ would print its logo and tips into the output of a command.
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
    }

    private static final int READ_AGAIN = 2;

    private final ReentrantLock lock = new ReentrantLock();
    private final Engine engine;
    private final boolean isNew;
    private @Nullable Link link;

    private record Link(Connection connection, DSLContext sql, BooleanSupplier outdated) {}

    private LedgerConnection(Engine engine, Engine.Opened opened) {
        this.engine = engine;
        this.isNew = opened.isNew();
        this.link = link(engine, opened);
    }

    private static Link link(Engine engine, Engine.Opened opened) {
        return new Link(opened.connection(), engine.over(opened.connection()), opened.outdated());
    }

    /**
     * Connects to the ledger of {@code engine}, and creates or migrates its tables.
     *
     * @throws LedgerUnavailableException if that fails; the message says what to do
     */
    public static LedgerConnection open(Engine engine) {
        return new LedgerConnection(engine, engine.connect());
    }

    /** Whether there was no ledger before. */
    public boolean isNew() {
        return isNew;
    }

    /**
     * Runs one query outside of a transaction. It runs again if the connection is lost, or if the
     * ledger was written meanwhile so that the result may be wrong.
     *
     * @param query converts the rows, too: values that cannot be mean that the ledger is damaged
     * @throws LedgerUnavailableException if the database fails
     */
    public <T> T read(Function<DSLContext, T> query) {
        lock.lock();
        try {
            return read(query, READ_AGAIN);
        } catch (DataAccessException | IllegalArgumentException | DateTimeException failure) {
            throw translate(failure);
        } finally {
            lock.unlock();
        }
    }

    /**
     * @param more how often the query may run again
     */
    private <T> T read(Function<DSLContext, T> query, int more) {
        Link asked = link();
        RuntimeException failure;
        try {
            T result = query.apply(asked.sql());
            if (!asked.outdated().getAsBoolean()) {
                return result;
            }
            failure = outdated(null);
        } catch (DataAccessException | IllegalArgumentException | DateTimeException wrong) {
            boolean outdated = asked.outdated().getAsBoolean();
            if (!outdated && !engine.isLost(wrong)) {
                throw wrong;
            }
            failure = outdated ? outdated(wrong) : wrong;
        }
        drop(failure);
        if (more == 0) {
            throw failure;
        }
        return read(query, more - 1);
    }

    private static LedgerUnavailableException outdated(@Nullable RuntimeException cause) {
        return LedgerUnavailableException.transientFailure(
                "the ledger was written while it was read; try again", cause);
    }

    /**
     * Runs queries that all see the ledger as it was at one moment. They run once.
     *
     * @throws LedgerUnavailableException if the database fails
     */
    public <T> T snapshot(Function<DSLContext, T> queries) {
        return write(LockMode.SHARED, queries);
    }

    /**
     * Runs {@code work} as one exclusive transaction. When this returns, it is committed and
     * survives a crash.
     *
     * @throws LedgerUnavailableException if the database fails; nothing was changed then, unless
     *     the connection was lost during the commit
     */
    public <T> T write(Function<DSLContext, T> work) {
        return write(LockMode.EXCLUSIVE, work);
    }

    /**
     * Runs {@code work} as one transaction. When this returns, it is committed and survives a
     * crash. Work during which the connection is lost runs once more, on a new one: nothing of it
     * was committed. The commit is not repeated.
     *
     * @param work changes nothing but the database
     * @throws LedgerUnavailableException if the database fails; nothing was changed then, unless
     *     the connection was lost during the commit: whether all of it was changed is not known
     *     then
     */
    public <T> T write(LockMode mode, Function<DSLContext, T> work) {
        lock.lock();
        try {
            T result = runAgainIfLost(mode, work);
            commit(link());
            return result;
        } catch (SQLException | DataAccessException failure) {
            throw translate(failure);
        } finally {
            lock.unlock();
        }
    }

    private <T> T runAgainIfLost(LockMode mode, Function<DSLContext, T> work) throws SQLException {
        try {
            return run(mode, work);
        } catch (SQLException | DataAccessException failure) {
            if (!engine.isLost(failure)) {
                throw failure;
            }
            drop(failure);
            return run(mode, work);
        }
    }

    /** Leaves the transaction open for the commit. */
    private <T> T run(LockMode mode, Function<DSLContext, T> work) throws SQLException {
        Link begun = link();
        engine.begin(begun.connection(), mode);
        try {
            return work.apply(begun.sql());
        } catch (RuntimeException | Error failure) {
            rollBack(begun, failure);
            throw failure;
        }
    }

    private void commit(Link begun) throws SQLException {
        try {
            engine.commit(begun.connection());
        } catch (SQLException failure) {
            rollBack(begun, failure);
            throw failure;
        }
    }

    private void rollBack(Link begun, Throwable failure) {
        try {
            engine.rollBack(begun.connection());
        } catch (SQLException alreadyRolledBack) {
            // SQLite rolls back by itself after the worst failures, such as a full disk.
            failure.addSuppressed(alreadyRolledBack);
        }
    }

    private Link link() {
        Link present = link;
        if (present == null) {
            present = link(engine, engine.connect());
            link = present;
        }
        return present;
    }

    private LedgerUnavailableException translate(Exception failure) {
        if (engine.isLost(failure)) {
            drop(failure);
        }
        return engine.translate(failure);
    }

    private void drop(Exception lost) {
        Link gone = link;
        link = null;
        if (gone != null) {
            try {
                gone.connection().close();
            } catch (SQLException alreadyClosed) {
                lost.addSuppressed(alreadyClosed);
            }
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (link != null) {
                link.connection().close();
            }
        } catch (SQLException failure) {
            throw engine.translate(failure);
        } finally {
            lock.unlock();
        }
    }
}
