package io.genledger.adapter.sql.lake;

import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.createdAt;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.adapter.sql.LedgerFiles;
import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.engine.sqlite.SqliteEngine;
import io.genledger.domain.period.TimeRange;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.GenerationFilter.OfFindings;
import io.genledger.domain.report.SpendQuery;
import io.genledger.ports.lake.LakeUnavailableException;
import io.genledger.ports.testkit.SpendReaderContract;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The statement of a lake's reports over the feed of one ledger, without a lake. */
public class FeedReportTest extends SpendReaderContract {

    @RegisterExtension final LedgerFiles files = new LedgerFiles();
    @TempDir Path folder;

    private final List<LedgerConnection> open = new ArrayList<>();

    @Override
    protected Optional<String> ledgerName() {
        return Optional.of(FeedReader.LEDGER);
    }

    @Override
    protected Fixture emptyFixture() {
        LedgerDatabase database = emptyLedger();
        LedgerConnection connection = connect();
        open.add(connection);
        return new Fixture(new FeedReader(connection), database.ledger());
    }

    protected LedgerDatabase emptyLedger() {
        return files.emptyIn(folder);
    }

    /** Another connection to the ledger that was created last. */
    protected LedgerConnection connect() {
        return LedgerConnection.open(new SqliteEngine(folder.resolve((open.size() + 1) + ".db")));
    }

    /** Ledgers renew findings in place, so that no feed has them. */
    @Test
    @Override
    public void sumsTheGenerationsWithAFinding() {
        SpendQuery query =
                new SpendQuery(List.of(), TimeRange.ALWAYS, ZoneOffset.UTC)
                        .where(List.of(OfFindings.of("negative-usage")));
        Fixture fixture = emptyFixture();
        fixture.ledger().record(List.of(recording(complete(id(1)))));

        assertThatThrownBy(() -> fixture.report(query))
                .hasMessageContaining("a lake has no findings");
    }

    /** A statement would have to name each change of the clock until then. */
    @Test
    void tooManyChangesOfTheClockAreRefusedWithWhatToDo() {
        Fixture fixture = emptyFixture();
        Instant far = Instant.parse("9999-06-01T00:00:00Z");
        fixture.ledger()
                .record(
                        List.of(
                                recording(complete(id(1))),
                                recording(createdAt(complete(id(2)), far))));
        SpendQuery byDay =
                new SpendQuery(
                        List.of(Dimension.DAY), TimeRange.ALWAYS, ZoneId.of("Europe/Berlin"));

        assertThatThrownBy(() -> fixture.report(byDay))
                .isInstanceOf(LakeUnavailableException.class)
                .hasMessageContaining("the clocks of Europe/Berlin change too often")
                .hasMessageContaining("--since and --until, or --timezone UTC");
        assertThat(fixture.report(byDay.by(List.of(Dimension.MODEL))).totals().requests())
                .isEqualTo(2);
        assertThat(
                        fixture.report(
                                        byDay.in(
                                                new TimeRange(
                                                        Optional.empty(),
                                                        Optional.of(far.minusSeconds(1)))))
                                .totals()
                                .requests())
                .isEqualTo(1);
    }

    @AfterEach
    void close() {
        open.forEach(LedgerConnection::close);
    }
}
