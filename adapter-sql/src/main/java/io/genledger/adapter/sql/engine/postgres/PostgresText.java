package io.genledger.adapter.sql.engine.postgres;

import io.genledger.adapter.sql.engine.WellFormedText;

/**
 * Text that PostgreSQL can store: well-formed and without the character 0. The archived document
 * keeps both.
 */
final class PostgresText {

    private static final char REPLACEMENT = '\uFFFD';

    private PostgresText() {}

    /** The text, with Unicode's replacement character for each unstorable one. */
    static String of(String text) {
        return WellFormedText.of(text).replace((char) 0, REPLACEMENT);
    }
}
