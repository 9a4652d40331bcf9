package io.genledger.adapter.sql.engine.postgres;

import io.genledger.adapter.sql.engine.Connections;
import io.genledger.adapter.sql.engine.Link;
import io.genledger.adapter.sql.engine.Transaction;
import io.genledger.adapter.sql.engine.Writer;
import java.sql.SQLException;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;

/** Runs each work in a transaction of its own, or in that of the service. */
record PostgresWriter(Connections connections) implements Writer {

    @Override
    public <T> T write(int rows, Function<DSLContext, T> work) throws SQLException {
        return write(work, true);
    }

    private <T> T write(Function<DSLContext, T> work, boolean mayRepeat) throws SQLException {
        Link link = connections.take();
        boolean usable = false;
        boolean isRepeatable = mayRepeat;
        try {
            PostgresTransaction transaction = PostgresTransaction.begin(link.connection());
            isRepeatable &= !transaction.isJoined();
            T result = run(work, link, transaction);
            isRepeatable = false;
            commit(transaction);
            usable = true;
            return result;
        } catch (SQLException | DataAccessException failure) {
            usable = !PostgresErrors.isLost(failure);
            if (!isRepeatable || !PostgresErrors.isRolledBack(failure)) {
                throw failure;
            }
        } catch (RuntimeException | Error ofWork) {
            // It is rolled back, and the connection is as good as before.
            usable = true;
            throw ofWork;
        } finally {
            connections.giveBack(link, usable);
        }
        return write(work, false);
    }

    private static <T> T run(Function<DSLContext, T> work, Link link, Transaction transaction) {
        try {
            return work.apply(link.sql());
        } catch (RuntimeException | Error failure) {
            transaction.rollBackAfter(failure);
            throw failure;
        }
    }

    private static void commit(Transaction transaction) throws SQLException {
        try {
            transaction.commit();
        } catch (SQLException failure) {
            transaction.rollBackAfter(failure);
            throw failure;
        }
    }
}
