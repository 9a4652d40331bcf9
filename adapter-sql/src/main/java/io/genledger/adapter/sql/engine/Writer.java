package io.genledger.adapter.sql.engine;

import java.sql.SQLException;
import java.util.function.Function;
import org.jooq.DSLContext;

/** Runs work in transactions that are durable once committed. Safe for use by many threads. */
@FunctionalInterface
public interface Writer {

    /**
     * Runs {@code work} and commits it.
     *
     * @param rows how many rows the work writes, roughly; 1 or more
     * @param work changes nothing but the database; may run a second time after a failure that
     *     rolled it back, and in another thread
     * @throws SQLException if the database fails; what {@code work} throws is thrown as it is
     */
    <T> T write(int rows, Function<DSLContext, T> work) throws SQLException;
}
