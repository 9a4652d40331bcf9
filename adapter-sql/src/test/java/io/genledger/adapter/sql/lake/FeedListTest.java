package io.genledger.adapter.sql.lake;

import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.adapter.sql.LedgerFiles;
import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.engine.sqlite.SqliteEngine;
import io.genledger.adapter.sql.lake.feed.LiveRows;
import io.genledger.domain.period.TimeRange;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.DimensionFilter;
import io.genledger.domain.report.GenerationFilter;
import io.genledger.domain.report.GenerationFilter.OfFindings;
import io.genledger.domain.report.GenerationQuery;
import io.genledger.domain.report.GenerationQuery.Order;
import io.genledger.domain.report.GenerationRow;
import io.genledger.ports.report.UnknownGenerationException;
import io.genledger.ports.testkit.GenerationReaderContract;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jooq.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The statements of a lake's lists over the feed of one ledger, without a lake. */
public class FeedListTest {

    /** The contract as far as a feed has what it asks for. */
    abstract static class OfLiveRows extends GenerationReaderContract {

        @RegisterExtension final LedgerFiles files = new LedgerFiles();
        @TempDir Path folder;

        private final List<LedgerConnection> open = new ArrayList<>();

        abstract UnaryOperator<Table<?>> live();

        @Override
        protected Optional<String> ledgerName() {
            return Optional.of(FeedReader.LEDGER);
        }

        @Override
        protected Fixture emptyFixture() {
            LedgerDatabase database = files.emptyIn(folder);
            return new Fixture(lister(FeedReader.LEDGER), database.ledger());
        }

        /** Lists the ledger that was created last. */
        private FeedLister lister(String... ledgers) {
            LedgerConnection connection =
                    LedgerConnection.open(
                            new SqliteEngine(folder.resolve((open.size() + 1) + ".db")));
            open.add(connection);
            return new FeedLister(connection, List.of(ledgers), live());
        }

        private static GenerationQuery after(int number, Order order, GenerationFilter... filters) {
            return new GenerationQuery(
                    TimeRange.ALWAYS, List.of(filters), order, Optional.of(id(number)), 10);
        }

        @ParameterizedTest
        @EnumSource
        void aPageBehindAGenerationOfSeveralLedgersIsRefused(Order order) {
            LedgerDatabase database = files.emptyIn(folder);
            database.ledger()
                    .record(List.of(recording(complete(id(1))), recording(complete(id(2)))));
            FeedLister lister = lister("eu", "us");
            int first = order == Order.OLDEST ? 1 : 2;

            assertThatThrownBy(() -> lister.read(after(first, order), row -> {}))
                    .isInstanceOf(UnknownGenerationException.class)
                    .hasMessageContaining("is in several ledgers (eu, us): list one of them");
            List<GenerationRow> rows = new ArrayList<>();
            var unused =
                    lister.read(
                            after(first, order, DimensionFilter.of(Dimension.LEDGER, "us")),
                            rows::add);
            assertThat(rows)
                    .extracting(row -> row.id() + " " + row.texts().get(Dimension.LEDGER))
                    .containsExactly(id(3 - first) + " us");
        }

        @Test
        @Override
        public void aRowHasTheRecordedFindings() {
            requireNoFindings(Order.NEWEST);
        }

        @ParameterizedTest
        @EnumSource
        @Override
        public void selectsByRecordedFindings(Order order) {
            requireNoFindings(order);
        }

        @Test
        @Override
        public void selectsByTheFindingsOfTheNewestRevision() {
            requireNoFindings(Order.NEWEST);
        }

        /** Ledgers renew findings in place, so that no feed has them. */
        private void requireNoFindings(Order order) {
            Fixture fixture = emptyFixture();
            fixture.ledger().record(List.of(recording(complete(id(1)))));

            assertThatThrownBy(() ->
                            fixture.reader()
                                    .read(
                                            after(1, order, OfFindings.of("negative-usage")),
                                            row -> {}))
                    .hasMessageContaining("a lake has no findings");
        }

        @AfterEach
        void close() {
            open.forEach(LedgerConnection::close);
        }
    }

    @Nested
    class OfASnapshot extends OfLiveRows {
        @Override
        UnaryOperator<Table<?>> live() {
            return LiveRows::ofSnapshot;
        }
    }

    @Nested
    class OfOneScan extends OfLiveRows {
        @Override
        UnaryOperator<Table<?>> live() {
            return LiveRows::ofOneScan;
        }
    }
}
