package io.genledger.adapter.sql.lake;

import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.costing;
import static io.genledger.ports.testkit.SampleGenerations.createdAt;
import static io.genledger.ports.testkit.SampleGenerations.credits;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.adapter.sql.LedgerFiles;
import io.genledger.adapter.sql.lake.feed.FeedColumns;
import io.genledger.ports.lake.FeedRow;
import io.genledger.ports.testkit.LedgerFeedContract;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

public class JooqLedgerFeedTest extends LedgerFeedContract {

    private static final Instant AUGUST_10 = Instant.parse("2025-08-10T00:00:00Z");

    @RegisterExtension final LedgerFiles files = new LedgerFiles();
    @TempDir Path folder;

    protected LedgerDatabase empty() {
        return files.emptyIn(folder);
    }

    /** The first column of the first row of a query on the ledger that was created last. */
    protected String ask(String query) throws SQLException {
        return LedgerFiles.ask(folder.resolve("1.db"), query);
    }

    @Override
    protected Fixture emptyFixture() {
        LedgerDatabase database = empty();
        return new Fixture(database.feed(), database.ledger());
    }

    /**
     * What the lake copies: names in place of numbers, and negated figures of what is cancelled.
     */
    @Test
    void theViewHasNamesAndSignedFigures() throws SQLException {
        LedgerDatabase database = empty();
        database.ledger().record(List.of(recording(costing(id(1), credits("0.5")))));
        database.ledger().record(List.of(recording(costing(id(1), credits("0.75")))));

        assertThat(ask("select sum(spend_picousd) from entry_feed")).isEqualTo("750000000000");
        assertThat(ask("select spend_picousd from entry_feed where sign = -1"))
                .isEqualTo("-500000000000");
        assertThat(
                        ask(
                                "select account || ' ' || trust || ' ' || kind from entry_feed"
                                        + " where sign = 1 order by seq"))
                .isEqualTo("default record record");
        assertThat(ask("select count(*) from entry_feed where session is null")).isEqualTo("3");
    }

    /** Every column of the view is known, so that none is left out of a lake. */
    @Test
    void theViewHasTheColumnsOfTheLake() throws SQLException {
        LedgerDatabase database = empty();
        database.ledger().record(List.of(recording(complete(id(1)))));

        String columns =
                FeedColumns.ALL.stream()
                        .map(one -> one.getName())
                        .reduce("", (all, one) -> all + "," + one);
        assertThat(
                        ask(
                                "select count(*) from (select "
                                        + columns.substring(1)
                                        + " from entry_feed) as known"))
                .isEqualTo("1");
        assertThat(FeedColumns.ALL).hasSize(numberOfColumns());
    }

    protected int numberOfColumns() throws SQLException {
        return Integer.parseInt(ask("select count(*) from pragma_table_info('entry_feed')"));
    }

    /** The lake still has the entries that are gone, and the ledger must not seem to be another. */
    @Test
    void aPrunedLedgerHasTheLastShippedRowAndTellsFromWhenItIsWhole() {
        LedgerDatabase database = empty();
        database.ledger()
                .record(
                        List.of(
                                recording(createdAt(complete(id(1)), AUGUST_10.minusSeconds(1))),
                                recording(createdAt(complete(id(2)), AUGUST_10))));
        FeedRow first = database.feed().row(1).orElseThrow();
        database.feed().remember(first);

        var unused = database.entryPruning().prune(AUGUST_10);

        assertThat(database.feed().row(1)).contains(first);
        assertThat(database.feed().prunedBefore()).contains(AUGUST_10);
    }
}
