package io.genledger.adapter.sql.engine.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The space that is left on the disk of a folder.
 *
 * @param bytes how many this process may still write; 0 or more
 */
record FreeSpace(Path folder, long bytes) {

    /** The index of a write-ahead log grows by that; a ledger with less space cannot be written. */
    private static final long LEAST = 1 << 15;

    /** The space of the disk on which {@code file} is or would be; unlimited if it is not known. */
    static FreeSpace beside(Path file) {
        Path path = file.toAbsolutePath();
        Path parent = path.getParent();
        Path folder = parent == null ? path : parent;
        try {
            return new FreeSpace(folder, Files.getFileStore(folder).getUsableSpace());
        } catch (IOException unknown) {
            return new FreeSpace(folder, Long.MAX_VALUE);
        }
    }

    /** Whether SQLite failed because there is too little. */
    boolean explains(Exception failure) {
        return switch (SqliteErrors.codeOf(failure)) {
            case SQLITE_FULL -> true;
            // SQLITE_READONLY: a ledger that cannot be written is opened for reading.
            case SQLITE_IOERR, SQLITE_CANTOPEN, SQLITE_READONLY -> isUsedUp();
            default -> false;
        };
    }

    private boolean isUsedUp() {
        return bytes < LEAST;
    }

    /** What is full, and what to do; for the end of a message. */
    String advice() {
        return "the disk is full%s (%d bytes are free at %s); free space and try again, nothing acknowledged is lost"
                .formatted(
                        isUsedUp() ? "" : ", or a quota or the folder of temporary files is",
                        bytes,
                        folder);
    }
}
