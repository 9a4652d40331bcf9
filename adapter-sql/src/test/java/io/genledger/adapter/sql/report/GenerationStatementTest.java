package io.genledger.adapter.sql.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.engine.sqlite.SqliteEngine;
import io.genledger.domain.period.TimeRange;
import io.genledger.domain.report.GenerationQuery;
import io.genledger.domain.report.GenerationQuery.Order;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenerationStatementTest {

    @TempDir Path folder;

    /** Of one row, too, which SQLite would find by sorting all entries. */
    @ParameterizedTest
    @CsvSource({"NEWEST, 1", "NEWEST, 2", "NEWEST, 51", "OLDEST, 1", "OLDEST, 1000"})
    void aPageByTimeIsReadFromTheIndexOfTheTimes(Order order, int limit) {
        GenerationQuery query =
                new GenerationQuery(TimeRange.ALWAYS, List.of(), order, Optional.empty(), limit);
        try (LedgerConnection connection =
                LedgerConnection.open(new SqliteEngine(folder.resolve("ledger.db")))) {
            String plan =
                    connection.read(sql ->
                            sql.fetch(
                                            "explain query plan "
                                                    + sql.renderInlined(
                                                            GenerationStatement.of(sql, query)))
                                    .toString());

            assertThat(plan).contains("USING INDEX entry_created").doesNotContain("SCAN entry");
        }
    }
}
