package io.genledger.adapter.sql.engine;

import java.sql.Connection;
import java.util.function.BooleanSupplier;
import org.jooq.DSLContext;

/**
 * A connection to a ledger, used by one thread at a time.
 *
 * @param sql writes SQL over the connection
 * @param outdated whether what the connection reads may no longer be right, so that a new one has
 *     to be opened
 */
public record Link(Connection connection, DSLContext sql, BooleanSupplier outdated) {

    /** A connection of {@code engine}. */
    public static Link of(Engine engine, Connection connection, BooleanSupplier outdated) {
        return new Link(connection, engine.over(connection), outdated);
    }

    /** Whether what the connection reads may no longer be right. */
    public boolean isOutdated() {
        return outdated.getAsBoolean();
    }
}
