package io.genledger.adapter.sql.engine.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.ports.ledger.LedgerUnavailableException;
import java.io.IOException;
import java.nio.file.Path;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

class SqliteErrorsTest {

    private static final Path FILE = Path.of("ledger.db");

    @ParameterizedTest
    @CsvSource({
        "SQLITE_BUSY, true, its lock was not free for 10 s",
        "SQLITE_BUSY_SNAPSHOT, true, its lock was not free for 10 s",
        "SQLITE_LOCKED, true, its lock was not free for 10 s",
        "SQLITE_READONLY, false, is read-only",
        "SQLITE_FULL, false, the disk is full",
        "SQLITE_NOTADB, false, it is not in SQLite's format",
        "SQLITE_CORRUPT, false, is damaged",
        "SQLITE_CANTOPEN, false, cannot be opened or created",
        "SQLITE_PERM, false, cannot be opened or created",
        "SQLITE_IOERR_FSYNC, false, the disk reports an error",
        "SQLITE_TOOBIG, false, cannot be used: details",
    })
    void translatesEveryCode(SQLiteErrorCode code, boolean isTransient, String message) {
        LedgerUnavailableException failure =
                SqliteErrors.translate(
                        FILE,
                        new DataAccessException("select 1", new SQLiteException("details", code)));

        assertThat(failure)
                .hasMessageStartingWith("ledger.db ")
                .hasMessageContaining(message)
                .hasMessageNotContaining("select 1");
        assertThat(failure.isTransient()).isEqualTo(isTransient);
    }

    @Test
    void namesTheTypeOfAFailureOfTheFileSystem() {
        assertThat(SqliteErrors.translate(FILE, new IOException("no")))
                .hasMessageContaining("cannot be opened or created")
                .hasMessageEndingWith("(IOException)");
    }
}
