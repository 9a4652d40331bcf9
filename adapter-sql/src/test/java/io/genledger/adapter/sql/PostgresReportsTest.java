package io.genledger.adapter.sql;

import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.export.JooqExportReaderTest;
import io.genledger.adapter.sql.finding.JooqFindingReaderTest;
import io.genledger.adapter.sql.report.JooqColourSlotsTest;
import io.genledger.adapter.sql.report.JooqGenerationReaderTest;
import io.genledger.adapter.sql.report.JooqSpendReaderTest;
import io.genledger.adapter.sql.report.JooqUncollectedTest;
import io.genledger.adapter.sql.report.RandomReportsTest;
import io.genledger.adapter.sql.report.SketchedReportsTest;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.sample.Cases;
import io.genledger.ports.report.ColourSlots;
import io.genledger.ports.testkit.ExportReaderContract;
import io.genledger.ports.testkit.FindingReaderContract;
import io.genledger.ports.testkit.GenerationReaderContract;
import io.genledger.ports.testkit.SpendReaderContract;
import io.genledger.ports.testkit.UncollectedContract;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contracts of reports and exports, run again on a PostgreSQL server. */
class PostgresReportsTest {

    @RegisterExtension final LedgerServers servers = new LedgerServers();

    @Nested
    class OfColourSlots extends JooqColourSlotsTest {
        @Override
        protected ColourSlots noColours() {
            return servers.empty().colourSlots();
        }
    }

    @Nested
    class OfFindingReader extends JooqFindingReaderTest {
        @Override
        protected FindingReaderContract.Fixture emptyFixture() {
            LedgerDatabase database = servers.empty();
            return new FindingReaderContract.Fixture(database.findings(), database.ledger());
        }
    }

    @Nested
    class OfGenerationReader extends JooqGenerationReaderTest {
        @Override
        protected GenerationReaderContract.Fixture emptyFixture() {
            LedgerDatabase database = servers.empty();
            return new GenerationReaderContract.Fixture(database.generations(), database.ledger());
        }
    }

    @Nested
    class OfExportReader extends JooqExportReaderTest {
        @Override
        protected ExportReaderContract.Fixture emptyFixture() {
            LedgerDatabase database = servers.empty();
            return new ExportReaderContract.Fixture(database.exports(), database.ledger());
        }
    }

    @Nested
    class OfSpendReader extends JooqSpendReaderTest {
        @Override
        protected SpendReaderContract.Fixture emptyFixture() {
            LedgerDatabase database = servers.empty();
            return new SpendReaderContract.Fixture(database.spend(), database.ledger());
        }
    }

    @Nested
    class OfUncollected extends JooqUncollectedTest {
        @Override
        protected UncollectedContract.Fixture emptyFixture() {
            return fixtureOf(servers.empty());
        }
    }

    @Nested
    class OfSketchedReports extends SketchedReportsTest {
        @Override
        protected LedgerDatabase emptyLedger() {
            return servers.empty();
        }

        @Override
        protected LedgerConnection connect() {
            return LedgerConnection.open(LedgerServers.engine(servers.place()));
        }
    }

    @Nested
    class OfRandomReports extends RandomReportsTest {
        @Override
        protected LedgerDatabase emptyLedger(String zone) {
            LedgerDatabase database = servers.empty();
            LedgerServers.change(servers.place(), settingOf(zone));
            return database;
        }

        /** All are tried on a file. */
        @Override
        protected List<List<Dimension>> tried(List<List<Dimension>> combinations) {
            return Cases.every(3, combinations);
        }
    }
}
