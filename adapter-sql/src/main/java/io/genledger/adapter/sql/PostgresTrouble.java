package io.genledger.adapter.sql;

import io.genledger.ports.ledger.LedgerUnavailableException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Says in words what PostgreSQL says in codes, and what to do about it. */
final class PostgresTrouble {

    private static final String AT_WORK =
            "is being written by other programs, and was not free for "
                    + SqliteFile.PATIENCE.toSeconds()
                    + " s; try again when they are done";

    private static final String INTERRUPTED =
            "broke the connection off: it stops, starts, or cannot be reached; try again";

    private PostgresTrouble() {}

    static LedgerUnavailableException with(PostgresServer server, Exception cause) {
        String message = server + " " + sentence(server, cause);
        return isTransient(cause)
                ? LedgerUnavailableException.transientFailure(message, cause)
                : new LedgerUnavailableException(message, cause);
    }

    /** Whether the connection is gone. */
    static boolean isLost(Exception failure) {
        String state = stateOf(failure);
        return state.startsWith("08") || state.startsWith("57P") || state.equals("25P03");
    }

    /** Whether later might work, without anybody doing anything about it. */
    private static boolean isTransient(Exception failure) {
        return isLost(failure)
                || switch (stateOf(failure)) {
                    case "55P03", "40001", "40P01", "53300" -> true;
                    default -> false;
                };
    }

    private static String sentence(PostgresServer server, Exception cause) {
        String said = root(cause).getMessage();
        return switch (stateOf(cause)) {
            case "28P01", "28000", "08004" ->
                    "refused the login of "
                            + server.user().orElse("this system's user")
                            + "; check user and password (PGUSER, PGPASSWORD)";
            case "3D000" -> "has no such database; make it with `createdb`, or name another";
            case "3F000" -> "has no schema to keep tables in: " + said;
            case "42501" ->
                    "does not permit that to "
                            + server.user().orElse("this user")
                            + ": "
                            + said
                            + "; ask its owner to grant it";
            case "25006" -> "is read-only; name a server that may be written";
            case "53100" ->
                    "has no room to grow: its disk is full; make room and try again, nothing was"
                            + " half written";
            case "53300" -> "has too many connections already; try again later";
            case "55P03", "40001", "40P01" -> AT_WORK;
            case "08001" -> "cannot be reached; check host and port, and that it runs";
            case "08000", "08003", "08006", "08007", "25P03", "57P01", "57P02", "57P03" ->
                    INTERRUPTED;
            default -> "cannot be used: " + said;
        };
    }

    /** The five characters that say what failed, or none if it was not the server. */
    private static String stateOf(Exception failure) {
        for (@Nullable Throwable one = failure; one != null; one = one.getCause()) {
            if (one instanceof SQLException said && said.getSQLState() != null) {
                return said.getSQLState();
            }
        }
        return "";
    }

    /** Says what the server said, without the statement that jOOQ adds. */
    private static Throwable root(Throwable failure) {
        @Nullable Throwable cause = failure.getCause();
        return cause == null || failure instanceof SQLException ? failure : root(cause);
    }
}
