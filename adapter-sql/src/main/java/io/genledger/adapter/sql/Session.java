package io.genledger.adapter.sql;

import io.genledger.adapter.sql.Engine.Company;
import io.genledger.ports.ledger.LedgerUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/**
 * One connection, used by one thread at a time: writers take turns anyway. One that is lost is
 * replaced when it is needed next. Whatever goes wrong with the database leaves here as a {@code
 * LedgerUnavailableException}.
 */
final class Session implements AutoCloseable {

    static {
        // jOOQ would greet on standard error, in the middle of a command's own words.
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
    }

    private final ReentrantLock turn = new ReentrantLock();
    private final Engine engine;
    private final boolean isNew;
    private @Nullable Link link;

    private record Link(Connection connection, DSLContext sql) {}

    private Session(Engine engine, Engine.Opened opened) {
        this.engine = engine;
        this.isNew = opened.isNew();
        this.link = new Link(opened.connection(), engine.over(opened.connection()));
    }

    static Session over(Engine engine) {
        return new Session(engine, engine.connect());
    }

    /** Whether there was no ledger before. */
    boolean isNew() {
        return isNew;
    }

    /** Asks one question, which sees one state of the ledger. */
    <T> T read(Function<DSLContext, T> question) {
        turn.lock();
        try {
            return askAgainIfLost(question);
        } catch (DataAccessException failure) {
            throw trouble(failure);
        } finally {
            turn.unlock();
        }
    }

    private <T> T askAgainIfLost(Function<DSLContext, T> question) {
        try {
            return question.apply(link().sql());
        } catch (DataAccessException failure) {
            if (!engine.isLost(failure)) {
                throw failure;
            }
            drop(failure);
            return question.apply(link().sql());
        }
    }

    /**
     * Does all of {@code work} or nothing; afterwards it survives a crash. Nobody else who does the
     * like does so in between.
     */
    <T> T write(Function<DSLContext, T> work) {
        return write(Company.NONE, work);
    }

    /** Does all of {@code work} or nothing, as {@link #write}, and suffers {@code company}. */
    <T> T write(Company company, Function<DSLContext, T> work) {
        turn.lock();
        try {
            Link begun = begin(company);
            try {
                T result = work.apply(begun.sql());
                engine.commit(begun.connection());
                return result;
            } catch (RuntimeException | SQLException | Error failure) {
                rollBack(begun, failure);
                throw failure;
            }
        } catch (SQLException | DataAccessException failure) {
            throw trouble(failure);
        } finally {
            turn.unlock();
        }
    }

    /** Nothing was done yet, so that it can be begun once more over another connection. */
    private Link begin(Company company) throws SQLException {
        Link begun = link();
        try {
            engine.begin(begun.connection(), company);
        } catch (SQLException failure) {
            if (!engine.isLost(failure)) {
                throw failure;
            }
            drop(failure);
            begun = link();
            engine.begin(begun.connection(), company);
        }
        return begun;
    }

    private void rollBack(Link begun, Throwable failure) {
        try {
            engine.rollBack(begun.connection());
        } catch (SQLException alreadyRolledBack) {
            // SQLite does so by itself after the worst failures, such as a full disk.
            failure.addSuppressed(alreadyRolledBack);
        }
    }

    private Link link() {
        Link present = link;
        if (present == null) {
            Connection connection = engine.connect().connection();
            present = new Link(connection, engine.over(connection));
            link = present;
        }
        return present;
    }

    private LedgerUnavailableException trouble(Exception failure) {
        if (engine.isLost(failure)) {
            drop(failure);
        }
        return engine.trouble(failure);
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
        turn.lock();
        try {
            if (link != null) {
                link.connection().close();
            }
        } catch (SQLException failure) {
            throw engine.trouble(failure);
        } finally {
            turn.unlock();
        }
    }
}
