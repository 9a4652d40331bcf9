package io.genledger.adapter.sql.engine.postgres;

import io.genledger.adapter.sql.engine.Engine;
import io.genledger.ports.ledger.LedgerUnavailableException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.DateTimeException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/** Translates PostgreSQL's error codes into messages that say what failed and what to do. */
final class PostgresErrors {

    private static final String LOCKED =
            "is being written by other programs, and its lock was not free for "
                    + Engine.LOCK_TIMEOUT.toSeconds()
                    + " s; try again when they are done";

    private static final String CONNECTION_LOST =
            "closed the connection: it is stopping, starting or out of reach; try again";

    private static final String NO_FREE_CONNECTION =
            "is used by too many threads of this program, and no connection was free for "
                    + Engine.LOCK_TIMEOUT.toSeconds()
                    + " s; try again later";

    private static final String SERIALIZATION_FAILURE = "40001";
    private static final String DEADLOCK = "40P01";

    private static final int LONGEST = 300;

    private PostgresErrors() {}

    static LedgerUnavailableException translate(PostgresAddress address, Exception cause) {
        String message = address.name() + " " + sentence(address, cause);
        return isTransient(cause)
                ? LedgerUnavailableException.transientFailure(message, cause)
                : new LedgerUnavailableException(message, cause);
    }

    /** Whether the connection is lost. */
    static boolean isLost(Exception failure) {
        String state = stateOf(failure);
        return state.startsWith("08") || state.startsWith("57P") || state.equals("25P03");
    }

    /** Whether the server has rolled the transaction back, so that the same work may succeed. */
    static boolean isRolledBack(Exception failure) {
        return isLost(failure)
                || switch (stateOf(failure)) {
                    case SERIALIZATION_FAILURE, DEADLOCK -> true;
                    default -> false;
                };
    }

    /** Whether the same call may work later although the user changes nothing. */
    private static boolean isTransient(Exception failure) {
        return isRolledBack(failure)
                || failure instanceof SQLTransientConnectionException
                || switch (stateOf(failure)) {
                    case "55P03", "53300" -> true;
                    default -> false;
                };
    }

    private static String sentence(PostgresAddress address, Exception cause) {
        String message = words(cause);
        Optional<String> misset = misset(address, message);
        if (misset.isPresent()) {
            return "cannot be used: check " + misset.get() + " in its URL";
        }
        return switch (stateOf(cause)) {
            case "28P01", "28000", "08004" ->
                    "refused the login of "
                            + address.user().orElse("this system's user")
                            + "; check user and password (PGUSER, PGPASSWORD)";
            case "3D000" -> "has no such database; create it with `createdb`, or name another";
            case "3F000" -> "has no schema to create tables in: " + message;
            case "42501" ->
                    "does not permit that to "
                            + address.user().orElse("this user")
                            + ": "
                            + message
                            + "; ask its owner to grant it";
            case "25006" -> "is read-only; name a server that may be written";
            case "53100" ->
                    "has no room to grow: its disk is full; make room and try again, nothing was"
                            + " half written";
            case "22P05" ->
                    "cannot store every character, because its encoding is not UTF8; create one"
                            + " with `createdb --encoding=UTF8 --template=template0`";
            case "53300" -> "has too many connections already; try again later";
            case "55P03", SERIALIZATION_FAILURE, DEADLOCK -> LOCKED;
            case "08001" -> "cannot be reached; check host and port, and that it runs";
            case "08000", "08003", "08006", "08007", "25P03", "57P01", "57P02", "57P03" ->
                    CONNECTION_LOST;
            case "" ->
                    cause instanceof SQLTransientConnectionException
                            ? NO_FREE_CONNECTION
                            : cause instanceof IllegalArgumentException
                                            || cause instanceof DateTimeException
                                    ? "is damaged; restore a copy of it (" + message + ")"
                                    : "cannot be used: " + message;
            default -> "cannot be used: " + message;
        };
    }

    /** The setting that is refused, if {@code words} repeat its value, which may be a secret. */
    private static Optional<String> misset(PostgresAddress address, String words) {
        return address.settings().entrySet().stream()
                // Every text contains the value of a setting without one.
                .filter(one -> !one.getValue().isEmpty())
                .filter(one -> words.contains(one.getKey()) && words.contains(one.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The SQL state; empty if the failure did not come from the server or its driver. */
    private static String stateOf(Exception failure) {
        for (@Nullable Throwable one = failure; one != null; one = one.getCause()) {
            if (one instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }

    /**
     * What the server or its driver says, on one line. The message of jOOQ's exception holds the
     * statement, and that of a batch its parameters.
     */
    private static String words(Throwable failure) {
        @Nullable Throwable cause =
                failure instanceof BatchUpdateException batch && batch.getNextException() != null
                        ? batch.getNextException()
                        : failure.getCause();
        if (cause != null && !(failure instanceof PSQLException)) {
            return words(cause);
        }
        String message = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        return message.length() > LONGEST ? message.substring(0, LONGEST) + "…" : message;
    }
}
