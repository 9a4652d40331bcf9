package io.genledger.adapter.sql.engine.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

class FreeSpaceTest {

    private static final Path FOLDER = Path.of("/ledgers");

    @ParameterizedTest
    @CsvSource({
        "SQLITE_FULL, 1000000, true",
        "SQLITE_IOERR_SHMSIZE, 0, true",
        "SQLITE_IOERR_WRITE, 32767, true",
        "SQLITE_IOERR_WRITE, 32768, false",
        "SQLITE_READONLY, 0, true",
        "SQLITE_CANTOPEN, 0, true",
        "SQLITE_CORRUPT, 0, false",
        "SQLITE_BUSY, 0, false",
    })
    void explainsFailures(SQLiteErrorCode code, long bytes, boolean explained) {
        assertThat(new FreeSpace(FOLDER, bytes).explains(new SQLiteException("x", code)))
                .isEqualTo(explained);
    }

    @Test
    void namesTheFolderAndTheBytes() {
        assertThat(new FreeSpace(FOLDER, 4_096).advice())
                .isEqualTo(
                        "the disk is full (4096 bytes are free at /ledgers); free space and try"
                                + " again, nothing acknowledged is lost");
        assertThat(new FreeSpace(FOLDER, 1 << 20).advice())
                .contains("a quota", "1048576 bytes", "/ledgers");
    }
}
