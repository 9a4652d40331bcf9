package io.genledger.adapter.sql.lake;

import java.util.regex.Pattern;

/**
 * Where Trino reads a ledger's feed.
 *
 * @param catalog the catalog of the ledger's PostgreSQL database
 * @param schema the schema of the ledger's tables
 */
public record FeedPlace(String catalog, String schema) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_]+\\.[A-Za-z0-9_]+");

    /**
     * Reads {@code CATALOG.SCHEMA}.
     *
     * @throws IllegalArgumentException if it has another form
     */
    public static FeedPlace of(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "expected CATALOG.SCHEMA, each of letters, digits and underscores");
        }
        int dot = text.indexOf('.');
        return new FeedPlace(text.substring(0, dot), text.substring(dot + 1));
    }

    /** The view in SQL. */
    String view() {
        return "\"%s\".\"%s\".\"entry_feed\"".formatted(catalog, schema);
    }

    @Override
    public String toString() {
        return catalog + "." + schema;
    }
}
