package io.genledger.adapter.sql.engine;

import io.genledger.ports.ledger.LedgerUnavailableException;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes a ledger over the connections of a pool. A lost connection is replaced by the
 * next call. Errors of the database become {@link LedgerUnavailableException}s. Safe for use by
 * many threads.
 */
public final class LedgerConnection implements AutoCloseable {

    static {
        JooqOutput.silence();
    }

    private static final int READ_AGAIN = 2;

    private final Engine engine;
    private final Connections connections;
    private final Writer writer;
    private final boolean isNew;

    private LedgerConnection(Engine engine, Engine.Opened opened) {
        this.engine = engine;
        this.connections = opened.connections();
        this.writer = opened.writer();
        this.isNew = opened.isNew();
    }

    /**
     * Connects to the ledger of {@code engine}, and creates or migrates its tables.
     *
     * @throws LedgerUnavailableException if that fails; the message says what to do
     */
    public static LedgerConnection open(Engine engine) {
        return new LedgerConnection(engine, engine.open());
    }

    /** Whether there was no ledger before. */
    public boolean isNew() {
        return isNew;
    }

    /**
     * Runs one query outside of a transaction, beside other readers and writers. It sees all that
     * was written before. It runs again if the connection is lost, or if the ledger was written
     * meanwhile so that the result may be wrong.
     *
     * @param query converts the rows, too: values that cannot be mean that the ledger is damaged
     * @throws LedgerUnavailableException if the database fails
     */
    public <T> T read(Function<DSLContext, T> query) {
        return read(connections, link -> query.apply(link.sql()));
    }

    /**
     * Looks one row up, as {@link #read} does, but beside queries that take long.
     *
     * @throws LedgerUnavailableException if the database fails
     */
    public <T> Optional<T> find(LookUp<T> lookUp, String key) {
        return read(connections.lookUps(), link -> lookUp.find(link, key));
    }

    private <T> T read(Connections pool, Function<Link, T> query) {
        try {
            return read(pool, query, READ_AGAIN);
        } catch (SQLException
                | DataAccessException
                | IllegalArgumentException
                | DateTimeException failure) {
            throw engine.translate(failure);
        }
    }

    /**
     * @param more how often the query may run again
     */
    private <T> T read(Connections pool, Function<Link, T> query, int more) throws SQLException {
        Link link = pool.take();
        RuntimeException failure;
        boolean usable = true;
        try {
            T result = query.apply(link);
            usable = !link.isOutdated();
            if (usable) {
                return result;
            }
            failure = outdated(null);
        } catch (DataAccessException | IllegalArgumentException | DateTimeException wrong) {
            boolean outdated = link.isOutdated();
            usable = !outdated && !engine.isLost(wrong);
            if (usable) {
                throw wrong;
            }
            failure = outdated ? outdated(wrong) : wrong;
        } finally {
            pool.giveBack(link, usable);
        }
        if (more == 0) {
            throw failure;
        }
        return read(pool, query, more - 1);
    }

    private static LedgerUnavailableException outdated(@Nullable RuntimeException cause) {
        return LedgerUnavailableException.transientFailure(
                "the ledger was written while it was read; try again", cause);
    }

    /**
     * Runs queries that all see the ledger as it was at one moment. They run once.
     *
     * @param queries convert the rows, too, as in {@link #read}
     * @throws LedgerUnavailableException if the database fails, or if the ledger was written
     *     meanwhile so that the results may be wrong
     */
    public <T> T snapshot(Function<DSLContext, T> queries) {
        try {
            return readOneState(queries);
        } catch (SQLException
                | DataAccessException
                | IllegalArgumentException
                | DateTimeException failure) {
            throw engine.translate(failure);
        }
    }

    /**
     * Runs queries as {@link #snapshot(Function)} does, and passes rows to a consumer meanwhile.
     *
     * @param rows what it throws is thrown as it is
     */
    public <T, R> R snapshot(Consumer<T> rows, BiFunction<DSLContext, Consumer<T>, R> queries) {
        try {
            Consumer<T> marked = ConsumerFailure.of(rows);
            return snapshot(sql -> queries.apply(sql, marked));
        } catch (ConsumerFailure failure) {
            throw failure.thrown();
        }
    }

    /** Whether what was written is committed, and not a part of a service's transaction. */
    public boolean commits() {
        return engine.commits();
    }

    private <T> T readOneState(Function<DSLContext, T> queries) throws SQLException {
        Link link = connections.take();
        boolean usable = false;
        try {
            Transaction transaction = engine.beginSnapshot(link.connection());
            T result = apply(queries, link, transaction);
            transaction.commit();
            usable = !link.isOutdated();
            if (!usable) {
                throw outdated(null);
            }
            return result;
        } finally {
            connections.giveBack(link, usable);
        }
    }

    private static <T> T apply(
            Function<DSLContext, T> queries, Link link, Transaction transaction) {
        try {
            return queries.apply(link.sql());
        } catch (RuntimeException failure) {
            transaction.rollBackAfter(failure);
            if (link.isOutdated()) {
                throw outdated(failure);
            }
            throw failure;
        }
    }

    /**
     * Runs {@code work}, which writes a few rows, as one transaction; see {@link #write(int,
     * Function)}.
     *
     * @throws LedgerUnavailableException as {@link #write(int, Function)}
     */
    public <T> T write(Function<DSLContext, T> work) {
        return write(1, work);
    }

    /**
     * Runs {@code work} as one transaction, all of it or nothing. When this returns, it is
     * committed and survives a crash. Work that the database has rolled back, because its
     * connection was lost or it was part of a deadlock, runs once more. The commit is not repeated.
     *
     * @param rows how many rows the work writes, roughly; 1 or more. Small works of several threads
     *     are committed together.
     * @param work changes nothing but the database, and may run in another thread
     * @throws LedgerUnavailableException if the database fails; nothing was changed then, unless
     *     the connection was lost during the commit: whether all of it was changed is not known
     *     then
     */
    public <T> T write(int rows, Function<DSLContext, T> work) {
        try {
            return writer.write(rows, work);
        } catch (SQLException | DataAccessException failure) {
            throw engine.translate(failure);
        }
    }

    @Override
    public void close() {
        try {
            connections.close();
        } catch (SQLException failure) {
            throw engine.translate(failure);
        }
    }
}
