package io.genledger.adapter.sql.engine.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.ports.ledger.LedgerUnavailableException;
import java.io.IOException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.Map;
import java.util.Optional;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

class PostgresErrorsTest {

    private static final PostgresAddress ADDRESS =
            new PostgresAddress(
                    "postgresql://db/ledger",
                    "jdbc:postgresql://db/ledger",
                    Map.of("sslpassword", "s3cret", "sslmode", "hunter2"),
                    Optional.of("ana"),
                    Optional.of("hunter2"));

    @ParameterizedTest
    @CsvSource({
        "28P01, false, refused the login of ana",
        "28000, false, refused the login of ana",
        "3D000, false, has no such database",
        "3F000, false, has no schema to create tables in: details",
        "42501, false, does not permit that to ana: details",
        "25006, false, is read-only",
        "53100, false, its disk is full",
        "53300, true, has too many connections",
        "55P03, true, its lock was not free for 10 s",
        "40001, true, its lock was not free for 10 s",
        "40P01, true, its lock was not free for 10 s",
        "08001, true, cannot be reached",
        "08006, true, closed the connection",
        "57P01, true, closed the connection",
        "25P03, true, closed the connection",
        "22003, false, cannot be used: details",
    })
    void translatesEveryState(String state, boolean isTransient, String message) {
        LedgerUnavailableException failure =
                PostgresErrors.translate(
                        ADDRESS,
                        new DataAccessException("select 1", new SQLException("details", state)));

        assertThat(failure)
                .hasMessageStartingWith("postgresql://db/ledger ")
                .hasMessageContaining(message)
                .hasMessageNotContainingAny("hunter2", "s3cret");
        assertThat(failure.isTransient()).isEqualTo(isTransient);
    }

    /** The driver repeats the value, which is a password in the wrong place. */
    @Test
    void namesTheSettingThatIsRefusedWithoutItsValue() {
        assertThat(
                        PostgresErrors.translate(
                                ADDRESS,
                                new PSQLException(
                                        "Invalid sslmode value: hunter2",
                                        PSQLState.CONNECTION_UNABLE_TO_CONNECT)))
                .hasMessage("postgresql://db/ledger cannot be used: check sslmode in its URL");
    }

    @Test
    void doesNotBlameASettingWithoutAValue() {
        PostgresAddress address =
                new PostgresAddress(
                        "postgresql://db/ledger",
                        "jdbc:postgresql://db/ledger",
                        Map.of("password", ""),
                        Optional.of("ana"),
                        Optional.empty());

        assertThat(
                        PostgresErrors.translate(
                                address,
                                new SQLException(
                                        "password authentication failed for user ana", "28P01")))
                .hasMessageContaining("refused the login of ana");
    }

    @Test
    void aValueThatCannotBeIsDamage() {
        assertThat(PostgresErrors.translate(ADDRESS, new DateTimeException("no such second")))
                .hasMessage(
                        "postgresql://db/ledger is damaged; restore a copy of it (no such second)");
    }

    @Test
    void showsTheServersWordsAndNotTheBatch() {
        BatchUpdateException batch = new BatchUpdateException("Batch entry 0 insert 0xd0c", null);
        batch.setNextException(new SQLException("no such column\nDetail: 0xd0c", "42703"));

        assertThat(PostgresErrors.translate(ADDRESS, new DataAccessException("insert", batch)))
                .hasMessage("postgresql://db/ledger cannot be used: no such column");
    }

    @Test
    void aLongMessageIsCut() {
        assertThat(PostgresErrors.translate(ADDRESS, new IOException("x".repeat(1_000))))
                .hasMessageEndingWith("x…")
                .satisfies(cut -> assertThat(cut.getMessage()).hasSizeLessThan(350));
    }

    @Test
    void namesAFailureOfAnotherLibrary() {
        assertThat(PostgresErrors.translate(ADDRESS, new IOException("no such thing")))
                .hasMessage("postgresql://db/ledger cannot be used: no such thing");
    }

    @Test
    void anAddressShowsNoSecret() {
        assertThat(ADDRESS).hasToString("postgresql://db/ledger");
    }
}
