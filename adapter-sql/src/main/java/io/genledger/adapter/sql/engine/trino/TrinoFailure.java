package io.genledger.adapter.sql.engine.trino;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Failures of what Trino itself uses. Their codes tell little; they are known by their messages.
 */
enum TrinoFailure {
    NO_ROOM(
            "No space left on device",
            "has no room left on the disk of the lake's files: make room there; nothing is lost,"
                    + " try again then"),

    /** What Iceberg's JDBC catalog says when its own tables are missing. */
    NO_CATALOG_TABLES(
            "Cannot check and eventually update SQL schema",
            "lacks the own tables of its JDBC catalog; create them in the catalog's database:"
                    + " genledger lake init --catalog-tables | psql DATABASE"),

    /** Trino fails to translate a refused connection, and says only that. */
    CATALOG_AWAY("to java.sql.SQLTransientException", Sentence.NO_CATALOG),

    /** The statements of a commit name the catalog's table. */
    CATALOG_LOST("UPDATE iceberg_tables", Sentence.NO_CATALOG);

    private static final class Sentence {
        static final String NO_CATALOG =
                "has lost the database of its JDBC catalog: it is down, or starting; nothing is"
                        + " lost, try again later";
    }

    private final String sign;
    private final String sentence;

    TrinoFailure(String sign, String sentence) {
        this.sign = sign;
        this.sentence = sentence;
    }

    /** What to say of a failure; empty if its messages and those of its causes show no sign. */
    static Optional<String> sentence(Throwable failure) {
        return Arrays.stream(values())
                .filter(known -> says(failure, known.sign))
                .map(known -> known.sentence)
                .findFirst();
    }

    /** Whether the message of a failure or of one of its causes has this part. */
    static boolean says(Throwable failure, String part) {
        for (@Nullable Throwable one = failure; one != null; one = one.getCause()) {
            if (String.valueOf(one.getMessage()).contains(part)) {
                return true;
            }
        }
        return false;
    }
}
