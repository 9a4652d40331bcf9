package io.genledger.adapter.sql.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.Select;
import org.jooq.exception.DataAccessException;

/**
 * A query by one text that returns one row or none. jOOQ renders it once per engine and JDBC runs
 * it, because to build, render and map it each time takes longer than the query itself.
 */
public final class LookUp<T> {

    private final Select<?> query;
    private final int parameters;
    private final RowMapper<T> row;
    private final Map<Class<? extends Engine>, String> rendered = new ConcurrentHashMap<>();

    /** Converts the row at which a result stands. */
    public interface RowMapper<T> {

        /**
         * Converts {@code row}, which stays where it is.
         *
         * @throws IllegalArgumentException if the ledger is damaged
         */
        T map(ResultSet row) throws SQLException;
    }

    /**
     * A query for the life of the program, since its rendered text is cached.
     *
     * @param query each of its parameters is the text
     */
    public LookUp(Select<?> query, RowMapper<T> row) {
        this.query = query;
        this.parameters = query.getBindValues().size();
        this.row = row;
    }

    /** The row of {@code key}. */
    Optional<T> find(Link link, String key) {
        Engine engine = Engine.of(link.sql());
        String text = rendered.computeIfAbsent(engine.getClass(), any -> link.sql().render(query));
        String storable = engine.storable(key);
        try {
            return link.prepared(
                    text,
                    statement -> {
                        for (int i = 1; i <= parameters; i++) {
                            statement.setString(i, storable);
                        }
                        try (ResultSet found = statement.executeQuery()) {
                            return found.next() ? Optional.of(row.map(found)) : Optional.empty();
                        }
                    });
        } catch (SQLException failure) {
            throw new DataAccessException(text, failure);
        }
    }
}
