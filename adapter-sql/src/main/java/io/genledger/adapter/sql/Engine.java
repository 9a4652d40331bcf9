package io.genledger.adapter.sql;

import io.genledger.ports.ledger.LedgerUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.SQLDialect;
import org.jooq.SelectForUpdateStep;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;

/**
 * A database system that keeps a ledger: all in which one differs from another, and jOOQ does not
 * see to it.
 */
interface Engine {

    /** How jOOQ writes SQL. */
    Settings SETTINGS =
            new Settings()
                    .withExecuteLogging(false)
                    .withRenderCatalog(false)
                    .withRenderSchema(false);

    /**
     * A connection to a ledger of the newest schema.
     *
     * @param isNew whether there was no ledger before
     */
    record Opened(Connection connection, boolean isNew) {}

    /** How many writers a transaction suffers beside it. */
    enum Company {
        /** None: it judges by what is kept, and writes what it found missing. */
        NONE,
        /** All that keep off the rows it took; it waits for nobody. */
        ANY
    }

    SQLDialect dialect();

    /**
     * Connects, and makes or renews the tables.
     *
     * @throws LedgerUnavailableException if that cannot be done; the message says what to do
     */
    Opened connect();

    /** Begins to write; what fails here leaves nothing open. */
    void begin(Connection connection, Company company) throws SQLException;

    void commit(Connection connection) throws SQLException;

    void rollBack(Connection connection) throws SQLException;

    /** The rows of the queue with these ids, but none that another transaction has taken. */
    Condition untaken(SelectForUpdateStep<Record1<String>> ids);

    /** Keeps whoever claims from these rows of the queue until the transaction ends. */
    void take(DSLContext sql, List<String> ids);

    /** The text as it can be kept. */
    String storable(String text);

    /** Whether the connection is of no use any more, but another may be. */
    boolean isLost(Exception failure);

    /** The failure in words, and what to do about it. */
    LedgerUnavailableException trouble(Exception failure);

    /** Writes SQL for this engine over {@code connection}, and lets others ask for the engine. */
    default DSLContext over(Connection connection) {
        DefaultConfiguration configuration = new DefaultConfiguration();
        configuration.set(connection);
        configuration.set(dialect());
        configuration.set(SETTINGS);
        configuration.data(Engine.class, this);
        return DSL.using(configuration);
    }

    /** The engine that {@code sql} is written for. */
    static Engine of(DSLContext sql) {
        return (Engine) Objects.requireNonNull(sql.configuration().data(Engine.class));
    }
}
