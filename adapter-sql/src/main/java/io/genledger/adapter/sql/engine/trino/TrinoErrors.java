package io.genledger.adapter.sql.engine.trino;

import io.genledger.ports.lake.LakeUnavailableException;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Translates the errors of Trino into sentences that say what failed and what to do.
 *
 * @param server its name, without secrets
 */
record TrinoErrors(String server) {

    /** Codes of Trino's StandardErrorCode. */
    private static final int CATALOG_NOT_FOUND = 44;

    private static final int SCHEMA_NOT_FOUND = 45;
    private static final int TABLE_NOT_FOUND = 46;
    private static final int COLUMN_NOT_FOUND = 47;
    private static final int PERMISSION_DENIED = 4;

    /**
     * Iceberg's refusal to commit: files that were added meanwhile may have rows of the same keys.
     */
    private static final String CONFLICT = "Found conflicting files";

    /** The name of a class before its message, which tells users nothing. */
    private static final Pattern CLASS = Pattern.compile("(?:[a-z]\\w*\\.)+[A-Z]\\w*: ");

    private static final int LONGEST = 300;

    LakeUnavailableException otherVersion(String found) {
        return unavailable(
                "is Trino %s; the lake was tested with Trino %s only, whose refusal of conflicting commits keeps rows from being doubled"
                        .formatted(found, TrinoConnection.VERSION),
                null);
    }

    LakeUnavailableException late(Duration limit) {
        return unavailable(
                "did not answer within %d s: it is down, starting, overloaded or out of reach; nothing is lost, try again later"
                        .formatted(limit.toSeconds()),
                null);
    }

    LakeUnavailableException interrupted() {
        return unavailable("was not waited for any longer: the program stops", null);
    }

    LakeUnavailableException translate(Throwable failure) {
        return failure instanceof LakeUnavailableException known
                ? known
                : unavailable(sentence(failure), failure);
    }

    /** Whether a commit was refused because another statement added rows of the same ledger. */
    static boolean isConflict(Throwable failure) {
        return TrinoFailure.says(failure, CONFLICT);
    }

    /** Whether the server was out of reach. */
    static boolean isAway(Throwable failure) {
        return cause(failure, IOException.class).isPresent();
    }

    private static String sentence(Throwable failure) {
        Optional<IOException> network = cause(failure, IOException.class);
        if (network.isPresent()) {
            return "is out of reach (%s): it is down, or starting, or the address is another; nothing is lost, try again later"
                    .formatted(shortened(String.valueOf(network.get().getMessage())));
        }
        return TrinoFailure.sentence(failure).orElseGet(() -> bySqlCode(failure));
    }

    private static String bySqlCode(Throwable failure) {
        Optional<SQLException> sql = cause(failure, SQLException.class);
        String said = sql.map(Throwable::getMessage).orElseGet(() -> String.valueOf(failure));
        return switch (sql.map(SQLException::getErrorCode).orElse(0)) {
            case CATALOG_NOT_FOUND ->
                    "lacks a catalog (%s); describe it in a file of the server's folder etc/catalog"
                            .formatted(shortened(said));
            case SCHEMA_NOT_FOUND, TABLE_NOT_FOUND, COLUMN_NOT_FOUND ->
                    "lacks a table of the lake or of the feed (%s); run: genledger lake init"
                            .formatted(shortened(said));
            case PERMISSION_DENIED -> "refuses this user (%s)".formatted(shortened(said));
            default -> "failed: " + shortened(said);
        };
    }

    /** The first one of this type among a failure and its causes. */
    private static <T extends Throwable> Optional<T> cause(
            @Nullable Throwable failure, Class<T> type) {
        for (Throwable one = failure; one != null; one = one.getCause()) {
            if (type.isInstance(one)) {
                return Optional.of(type.cast(one));
            }
        }
        return Optional.empty();
    }

    private static String shortened(String text) {
        String line = CLASS.matcher(text).replaceAll("").replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    private LakeUnavailableException unavailable(String sentence, @Nullable Throwable cause) {
        return new LakeUnavailableException(server + " " + sentence, cause);
    }
}
