package io.genledger.app.page;

import io.genledger.app.Application;
import io.genledger.app.option.AuditOptions;
import io.genledger.app.option.NamedValues;
import io.genledger.app.option.report.AskedAudit;
import io.genledger.app.option.report.AskedReport;
import io.genledger.app.option.report.LedgerReports;
import io.genledger.app.option.report.ListOptions;
import io.genledger.app.option.report.ListSource;
import io.genledger.app.option.report.ReportOptions;
import io.genledger.app.option.report.ReportOptions.Medium;
import io.genledger.app.view.json.JsonList;
import io.genledger.app.view.json.ViewJson;
import io.genledger.app.view.listing.ColoursView;
import io.genledger.app.view.listing.ListColumn;
import io.genledger.app.view.listing.ListPage;
import io.genledger.app.view.spend.ReportWriter;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.GenerationFilter;
import io.genledger.domain.report.SpendQuery;
import java.io.StringWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks a ledger what the overview asks the API, by the same options. */
final class OverviewQuestions {

    private final Application application;
    private final Instant now;
    private final Map<String, List<String>> selection = new LinkedHashMap<>();

    /**
     * @param query its range, zone, filters and moment are those of every report
     */
    OverviewQuestions(Application application, SpendQuery query, Instant now) {
        this.application = application;
        this.now = now;
        put("timezone", query.zone().getId());
        query.range().since().ifPresent(this::since);
        query.range().until().ifPresent(until -> put("until", until.toString()));
        query.asOf().ifPresent(moment -> put("as-of", moment.toString()));
        for (GenerationFilter filter : query.filters()) {
            selection.put(
                    filter.label(), filter.patterns().stream().map(Object::toString).toList());
        }
    }

    private void put(String name, String value) {
        selection.put(name, List.of(value));
    }

    /** Lets every report begin at a moment. */
    void since(Instant moment) {
        put("since", moment.toString());
    }

    /**
     * A report.
     *
     * @param others parameters in place of those that all reports have
     * @param beside receive the report, too
     */
    AnsweredReport report(
            String by, String columns, Map<String, List<String>> others, ReportWriter... beside) {
        Map<String, List<String>> parameters = new LinkedHashMap<>(selection);
        parameters.put("by", List.of(by));
        parameters.put("columns", List.of(columns));
        parameters.putAll(others);
        ReportOptions options = NamedValues.read(parameters, new ReportOptions(), "");
        options.check();
        AnsweredReport report = new AnsweredReport(beside);
        new AskedReport(new LedgerReports(application), options, List.of(), Medium.JSON, now)
                .write(report);
        return report;
    }

    /** The patterns of all reports for a dimension. */
    List<String> patterns(Dimension dimension) {
        return selection.getOrDefault(dimension.label(), List.of());
    }

    /** The findings of a range. */
    String findings(Instant since, Instant until) {
        Map<String, List<String>> range =
                Map.of("since", List.of(since.toString()), "until", List.of(until.toString()));
        AuditOptions options = NamedValues.read(range, new AuditOptions(), "");
        return ViewJson.of(AskedAudit.read(application, options, now));
    }

    /** The colours of a dimension. */
    String colours(Dimension dimension) {
        return ViewJson.of(new ColoursView(dimension, application.colourSlots().slots(dimension)));
    }

    /** The time of the newest generation, of any range. */
    String newest() {
        ListOptions options =
                NamedValues.read(Map.of("limit", List.of("1")), new ListOptions(), "");
        StringWriter text = new StringWriter();
        ListPage page = new ListPage(new JsonList(text, List.of(ListColumn.CREATED)), 1);
        application.generations().read(options.query(ListSource.of(application), now, 2), page);
        page.end();
        return text.toString();
    }
}
