package io.genledger.adapter.sql.engine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jooq.DSLContext;

/**
 * A connection to a ledger, used by one thread at a time.
 *
 * @param sql writes SQL over the connection
 * @param outdated whether what the connection reads may no longer be right, so that a new one has
 *     to be opened
 * @param kept the statements that stay prepared as long as the connection, by their texts; empty if
 *     the driver keeps them itself
 */
public record Link(
        Connection connection,
        DSLContext sql,
        BooleanSupplier outdated,
        Optional<Map<String, PreparedStatement>> kept) {

    /** Uses a prepared statement. */
    public interface StatementUser<T> {

        T use(PreparedStatement statement) throws SQLException;
    }

    /** A connection of {@code engine}, whose driver keeps statements prepared. */
    public static Link of(Engine engine, Connection connection) {
        return new Link(connection, engine.over(connection), () -> false, Optional.empty());
    }

    /** A connection of {@code engine}, which keeps statements prepared. */
    public static Link keeping(Engine engine, Connection connection, BooleanSupplier outdated) {
        Link link =
                new Link(
                        connection,
                        engine.over(connection),
                        outdated,
                        Optional.of(new HashMap<>()));
        link.sql.configuration().data(Link.class, link);
        return link;
    }

    /** As {@link #prepared(String, StatementUser)}, over the connection of {@code sql}. */
    public static <T> T prepared(DSLContext sql, String text, StatementUser<T> user) {
        Link keeping = (Link) sql.configuration().data(Link.class);
        return sql.connectionResult(connection ->
                (keeping == null
                                ? new Link(connection, sql, () -> false, Optional.empty())
                                : keeping)
                        .prepared(text, user));
    }

    /** Whether what the connection reads may no longer be right. */
    public boolean isOutdated() {
        return outdated.getAsBoolean();
    }

    /**
     * Prepares {@code text}, unless it is prepared, and uses it. Parameters, and what a failure
     * left of a batch, may be those of the last use.
     */
    <T> T prepared(String text, StatementUser<T> user) throws SQLException {
        if (kept.isEmpty()) {
            try (PreparedStatement statement = connection.prepareStatement(text)) {
                return user.use(statement);
            }
        }
        PreparedStatement statement = kept.get().get(text);
        if (statement == null) {
            statement = connection.prepareStatement(text);
            kept.get().put(text, statement);
        }
        return user.use(statement);
    }
}
