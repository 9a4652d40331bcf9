package io.genledger.app.mcp;

import io.genledger.app.Application;
import io.genledger.app.option.report.AskedReport;
import io.genledger.app.option.report.LedgerReports;
import io.genledger.app.option.report.ListOptions;
import io.genledger.app.option.report.ListSource;
import io.genledger.app.option.report.ReportOptions;
import io.genledger.app.option.report.ReportOptions.Medium;
import io.genledger.app.view.json.JsonList;
import io.genledger.app.view.json.JsonReport;
import io.genledger.app.view.listing.ListColumn;
import io.genledger.app.view.listing.ListPage;
import io.genledger.app.view.spend.Figure;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.report.Dimension;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;

/** Answers what generations cost: together by groups, and one by one. */
final class SpendQuestions {

    /** A context window has little room: as few figures as in a table, and the sums. */
    private static final Medium FEW_FIGURES = new Medium(true, true);

    private static final List<ListColumn> COLUMNS =
            List.of(
                    ListColumn.ID,
                    ListColumn.CREATED,
                    ListColumn.of(Dimension.MODEL),
                    ListColumn.of(Dimension.PROVIDER),
                    ListColumn.of(Dimension.APP),
                    ListColumn.of(Dimension.USER),
                    ListColumn.of(Dimension.SESSION),
                    ListColumn.of(Dimension.TRUST),
                    ListColumn.of(Figure.SPEND),
                    ListColumn.of(Figure.PROMPT_TOKENS),
                    ListColumn.of(Figure.COMPLETION_TOKENS));

    private final AskedLedger ledger;
    private final Application application;

    SpendQuestions(AskedLedger ledger) {
        this.ledger = ledger;
        this.application = ledger.application();
    }

    Answer report(ReportOptions options) {
        options.check();
        StringWriter json = new StringWriter();
        CountedReport report = new CountedReport(JsonReport.to(json));
        new AskedReport(
                        new LedgerReports(application),
                        options,
                        List.of(),
                        FEW_FIGURES,
                        ledger.now())
                .write(report);
        return new Answer(report.text(), json.toString());
    }

    Answer list(ListOptions options) {
        options.check();
        long rows = options.limit().orElseThrow();
        StringWriter json = new StringWriter();
        ListPage page = new ListPage(new JsonList(json, options.columns().orElse(COLUMNS)), rows);
        application
                .generations()
                .read(
                        options.query(ListSource.of(application), ledger.now(), (int) rows + 1),
                        page);
        Optional<GenerationId> next = page.end();
        return new Answer(
                next.map(last ->
                                "There are more generations: send the same arguments with after=%s for the next page."
                                        .formatted(last.value()))
                        .orElse("There are no more generations behind these."),
                json.toString());
    }
}
