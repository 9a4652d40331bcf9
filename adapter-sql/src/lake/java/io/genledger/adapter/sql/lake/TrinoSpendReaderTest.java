package io.genledger.adapter.sql.lake;

import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.costing;
import static io.genledger.ports.testkit.SampleGenerations.credits;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genledger.adapter.sql.LakeDatabase;
import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.period.TimeRange;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.GenerationFilter.OfFindings;
import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.report.SpendReport;
import io.genledger.domain.report.SpendTotals;
import io.genledger.ports.lake.LedgerName;
import io.genledger.ports.ledger.Recording;
import io.genledger.ports.testkit.SpendReaderContract;
import io.genledger.ports.usecase.lake.ShipEntries;
import io.genledger.ports.usecase.report.ReportSpend;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Reports of a lake on a real server. */
class TrinoSpendReaderTest extends SpendReaderContract {

    private static final LedgerName EU = new LedgerName("eu");
    private static final LedgerName US = new LedgerName("us");
    private static final SpendQuery BY_LEDGER =
            new SpendQuery(List.of(Dimension.LEDGER), TimeRange.ALWAYS, ZoneOffset.UTC);
    private static final int BATCH = 10;
    private static final int BATCHES = 40;

    @RegisterExtension final LakeServers servers = new LakeServers();

    @Override
    protected Optional<String> ledgerName() {
        return Optional.of("eu");
    }

    @Override
    protected Fixture emptyFixture() {
        try {
            LakeDatabase lake = servers.emptyLake();
            LedgerDatabase ledger = servers.ledger(EU);
            return new Fixture(
                    new ShippedReader(shipper(EU, ledger, lake), lake.spend(false)),
                    ledger.ledger());
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static ShipEntries shipper(LedgerName name, LedgerDatabase ledger, LakeDatabase lake) {
        return new ShipEntries(name, ledger.feed(), ledger.committedSequence(), lake.lake());
    }

    /** Ledgers renew findings in place, so that no feed has them. */
    @Test
    @Override
    public void sumsTheGenerationsWithAFinding() {
        Fixture fixture = emptyFixture();
        fixture.ledger().record(List.of(recording(complete(id(1)))));

        assertThatThrownBy(() ->
                        fixture.report(BY_LEDGER.where(List.of(OfFindings.of("negative-usage")))))
                .hasMessageContaining("a lake has no findings");
    }

    @Test
    void tellsLedgersApartAndReadsFreshRowsOfAll() throws SQLException {
        LakeDatabase lake = servers.emptyLake();
        LedgerDatabase eu = servers.ledger(EU);
        LedgerDatabase us = servers.ledger(US);
        // The same generation in two ledgers is two generations: each ledger is of its own account.
        for (LedgerDatabase ledger : List.of(eu, us)) {
            ledger.ledger().record(List.of(recording(costing(id(1), credits("0.5")))));
        }
        var unused = shipper(EU, eu, lake).ship(rows -> {});
        unused = shipper(US, us, lake).ship(rows -> {});
        us.ledger().record(List.of(recording(costing(id(2), credits("0.25")))));
        us.ledger().record(List.of(recording(costing(id(1), credits("1")))));

        assertThat(spendByLedger(lake, false)).containsExactly("eu 0.5", "us 0.5");
        assertThat(spendByLedger(lake, true)).containsExactly("us 1.25", "eu 0.5");
    }

    private static List<String> spendByLedger(LakeDatabase lake, boolean isFresh) {
        SpendReport report = new ReportSpend(lake.spend(isFresh)).report(BY_LEDGER);
        return report.rows().stream()
                .map(row -> row.group().get(0).orElseThrow() + " " + row.totals().spend())
                .toList();
    }

    /** Each batch of ten generations adds ten dollars, and its corrections add nothing. */
    @Test
    void freshSumsAreExactWhileRowsAreRecordedAndShipped() throws Exception {
        LakeDatabase lake = servers.emptyLake();
        LedgerDatabase eu = servers.ledger(EU);
        eu.ledger().record(batch(0));
        ShipEntries shipper = shipper(EU, eu, lake);
        var unused = shipper.ship(rows -> {});
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> recording =
                    threads.submit(() -> {
                        for (int batch = 1; batch < BATCHES; batch++) {
                            eu.ledger().record(batch(batch));
                            var shipped = shipper.ship(rows -> {});
                        }
                        return null;
                    });
            while (!recording.isDone()) {
                assertWholeBatches(new ReportSpend(lake.spend(true)).report(BY_LEDGER).totals());
            }
            recording.get();
        }
        assertThat(new ReportSpend(lake.spend(true)).report(BY_LEDGER).totals().requests())
                .isEqualTo(BATCH * BATCHES);
    }

    private static void assertWholeBatches(SpendTotals totals) {
        assertThat(totals.requests() % BATCH).as("%s", totals).isZero();
        assertThat(totals.spend())
                .isEqualTo(UsdAmount.of(BigDecimal.valueOf(totals.requests()).toPlainString()));
    }

    /** The next batch moves half a dollar from the last generation of a batch to the first one. */
    private static List<Recording> batch(int number) {
        List<Recording> batch = new ArrayList<>();
        for (int i = 0; i < BATCH; i++) {
            String cost = i == 0 ? "0.5" : i == BATCH - 1 ? "1.5" : "1";
            batch.add(recording(costing(id(number * BATCH + i), credits(cost))));
        }
        if (number > 0) {
            batch.add(recording(costing(id(number * BATCH - 1), credits("1"))));
            batch.add(recording(costing(id((number - 1) * BATCH), credits("1"))));
        }
        return batch;
    }
}
