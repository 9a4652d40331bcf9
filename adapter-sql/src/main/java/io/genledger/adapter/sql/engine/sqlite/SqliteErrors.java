package io.genledger.adapter.sql.engine.sqlite;

import io.genledger.adapter.sql.engine.Engine;
import io.genledger.ports.ledger.LedgerUnavailableException;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Translates SQLite's error codes into messages that say what failed and what to do. */
final class SqliteErrors {

    /** SQLite's extended codes refine a primary one, which is their lowest byte. */
    private static final int PRIMARY = 0xff;

    private static final String CANNOT_OPEN =
            "cannot be opened or created; check that you may read and write it and its folder";

    private static final String DAMAGED =
            "is damaged; restore a copy of it, or save what can be read with"
                    + " `sqlite3 FILE .recover`";

    private SqliteErrors() {}

    static LedgerUnavailableException translate(Path file, Exception cause) {
        String message = file + " " + sentence(file, cause);
        return isBusy(cause)
                ? LedgerUnavailableException.transientFailure(message, cause)
                : new LedgerUnavailableException(message, cause);
    }

    /** Whether another connection held a lock, so that the same call may work later. */
    static boolean isBusy(Exception failure) {
        SQLiteErrorCode code = codeOf(failure);
        return code == SQLiteErrorCode.SQLITE_BUSY || code == SQLiteErrorCode.SQLITE_LOCKED;
    }

    /**
     * Whether the index of the write-ahead log, which all that use the file share, could not be
     * created beside it: on a full disk, for example.
     */
    static boolean lacksSharedIndex(Exception failure) {
        return switch (codeOf(failure)) {
            case SQLITE_IOERR, SQLITE_FULL, SQLITE_CANTOPEN -> true;
            default -> false;
        };
    }

    /** Whether bytes could not be written, for another reason than a full disk. */
    static boolean isOfWriting(Exception failure) {
        return switch (extendedCodeOf(failure)) {
            case SQLITE_IOERR_WRITE, SQLITE_IOERR_FSYNC, SQLITE_IOERR_TRUNCATE -> true;
            default -> false;
        };
    }

    private static String sentence(Path file, Exception cause) {
        FreeSpace space = FreeSpace.beside(file);
        return space.explains(cause)
                ? "has no room to grow: " + space.advice()
                : sentence(codeOf(cause), cause);
    }

    private static String sentence(SQLiteErrorCode code, Exception cause) {
        return switch (code) {
            case SQLITE_BUSY, SQLITE_LOCKED ->
                    "is being written by another program, and its lock was not free for "
                            + Engine.LOCK_TIMEOUT.toSeconds()
                            + " s; try again when that program is done";
            case SQLITE_READONLY -> "is read-only; allow writing to it and to its folder";
            case SQLITE_NOTADB ->
                    "is not a ledger: it is not in SQLite's format; name another file";
            case SQLITE_CORRUPT -> DAMAGED;
            case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH -> CANNOT_OPEN;
            case SQLITE_IOERR -> "cannot be read or written: the disk reports an error";
            case SQLITE_OK ->
                    cause instanceof IOException
                            ? CANNOT_OPEN + " (" + cause.getClass().getSimpleName() + ")"
                            : DAMAGED + " (" + cause.getMessage() + ")";
            default -> "cannot be used: " + root(cause).getMessage();
        };
    }

    /** The primary code; {@code SQLITE_OK} if the failure did not come from SQLite. */
    static SQLiteErrorCode codeOf(Exception failure) {
        return SQLiteErrorCode.getErrorCode(extendedCodeOf(failure).code & PRIMARY);
    }

    private static SQLiteErrorCode extendedCodeOf(Exception failure) {
        for (@Nullable Throwable one = failure; one != null; one = one.getCause()) {
            if (one instanceof SQLiteException sqlite) {
                return sqlite.getResultCode();
            }
        }
        return SQLiteErrorCode.SQLITE_OK;
    }

    /** The driver's own exception, whose message lacks the statement that jOOQ adds. */
    private static Throwable root(Throwable failure) {
        @Nullable Throwable cause = failure.getCause();
        return cause == null ? failure : root(cause);
    }
}
