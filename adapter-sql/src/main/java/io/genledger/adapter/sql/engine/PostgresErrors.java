package io.genledger.adapter.sql.engine;

import io.genledger.ports.ledger.LedgerUnavailableException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Translates PostgreSQL's error codes into messages that say what failed and what to do. */
final class PostgresErrors {

    private static final String LOCKED =
            "is being written by other programs, and its lock was not free for "
                    + Engine.LOCK_TIMEOUT.toSeconds()
                    + " s; try again when they are done";

    private static final String CONNECTION_LOST =
            "closed the connection: it is stopping, starting or out of reach; try again";

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

    /** Whether the same call may work later although the user changes nothing. */
    private static boolean isTransient(Exception failure) {
        return isLost(failure)
                || switch (stateOf(failure)) {
                    case "55P03", "40001", "40P01", "53300" -> true;
                    default -> false;
                };
    }

    private static String sentence(PostgresAddress address, Exception cause) {
        String message = root(cause).getMessage();
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
            case "53300" -> "has too many connections already; try again later";
            case "55P03", "40001", "40P01" -> LOCKED;
            case "08001" -> "cannot be reached; check host and port, and that it runs";
            case "08000", "08003", "08006", "08007", "25P03", "57P01", "57P02", "57P03" ->
                    CONNECTION_LOST;
            default -> "cannot be used: " + message;
        };
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

    /** The driver's own exception, whose message lacks the statement that jOOQ adds. */
    private static Throwable root(Throwable failure) {
        @Nullable Throwable cause = failure.getCause();
        return cause == null || failure instanceof SQLException ? failure : root(cause);
    }
}
