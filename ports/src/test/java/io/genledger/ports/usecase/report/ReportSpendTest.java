package io.genledger.ports.usecase.report;

import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.period.TimeRange;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.report.SpendReport;
import io.genledger.ports.testkit.InMemoryLedger;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportSpendTest {

    @Test
    void reportsTheSumsOfTheQuery() {
        InMemoryLedger ledger = new InMemoryLedger();
        ledger.record(List.of(recording(complete(id(1))), recording(complete(id(2)))));
        SpendQuery query =
                new SpendQuery(List.of(Dimension.MODEL), TimeRange.ALWAYS, ZoneOffset.UTC);

        SpendReport report = new ReportSpend(ledger).report(query);

        assertThat(report.rows()).hasSize(1);
        assertThat(report.totals().spend()).isEqualTo(UsdAmount.of("0.002979018"));
    }

    @Test
    void addsUpNoGenerationTwiceForItsSubtotal() {
        InMemoryLedger ledger = new InMemoryLedger();
        ledger.record(List.of(recording(complete(id(1)))));
        SpendQuery query =
                new SpendQuery(
                                List.of(Dimension.MODEL, Dimension.DAY),
                                TimeRange.ALWAYS,
                                ZoneOffset.UTC)
                        .with(new SpendQuery.Details(true, false));

        SpendReport report = new ReportSpend(ledger).report(query);

        assertThat(report.rows()).hasSize(2);
        assertThat(report.totals().requests()).isOne();
    }
}
