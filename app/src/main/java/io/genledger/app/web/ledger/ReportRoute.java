package io.genledger.app.web.ledger;

import io.genledger.app.Application;
import io.genledger.app.option.report.ReportOptions;
import io.genledger.app.option.report.ReportOptions.Medium;
import io.genledger.app.view.json.JsonReport;
import io.genledger.app.view.spend.ReportStream;
import io.genledger.app.web.LedgerAccess;
import io.genledger.app.web.access.RequiredScope;
import io.genledger.app.web.access.Requires;
import io.genledger.app.web.parameter.QueryParameters;
import io.genledger.ports.usecase.report.SpendRequest;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;

/** Reports of spend, by the options of the command {@code report}. */
@Controller("/ledger/v1/report")
@Requires(RequiredScope.READ)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ReportRoute {

    private final LedgerAccess ledger;

    ReportRoute(LedgerAccess ledger) {
        this.ledger = ledger;
    }

    @Get(produces = MediaType.APPLICATION_JSON)
    String report(HttpRequest<?> parameters) {
        ReportOptions options = QueryParameters.read(parameters, new ReportOptions());
        options.check();
        Application application = ledger.application();
        Instant now = ledger.clock().instant();
        SpendRequest request =
                options.request(List.of(), application.settings().timezone(), now, Medium.JSON);
        StringWriter out = new StringWriter();
        ReportStream.write(
                application.spendReports(),
                request,
                options.form(Medium.JSON),
                summary ->
                        options.allowances(
                                application.meterAllowance(),
                                application.byokAllowances(),
                                request.query(),
                                summary,
                                now),
                JsonReport.to(out));
        return out.toString();
    }
}
