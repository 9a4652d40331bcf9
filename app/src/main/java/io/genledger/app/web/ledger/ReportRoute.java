package io.genledger.app.web.ledger;

import io.genledger.app.Application;
import io.genledger.app.option.report.ReportOptions;
import io.genledger.app.option.report.ReportOptions.Medium;
import io.genledger.app.view.json.JsonReport;
import io.genledger.app.view.spend.ReportStream;
import io.genledger.app.view.spend.ReportView;
import io.genledger.app.web.LedgerAccess;
import io.genledger.app.web.RequestThreads;
import io.genledger.app.web.access.RequiredScope;
import io.genledger.app.web.access.Requires;
import io.genledger.app.web.answer.StreamedBody;
import io.genledger.app.web.parameter.QueryParameters;
import io.genledger.app.web.parameter.RouteSummary;
import io.genledger.ports.ledger.EntriesPrunedException;
import io.genledger.ports.usecase.report.SpendRequest;
import io.genledger.ports.usecase.report.TooManyGroupsException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;

/** Reports of spend, by the options of the command {@code report}. */
@Controller("/ledger/v1/report")
@Requires(RequiredScope.READ)
@ExecuteOn(RequestThreads.SHORT)
final class ReportRoute {

    private final LedgerAccess ledger;
    private final ExecutorService threads;

    ReportRoute(LedgerAccess ledger, @Named(RequestThreads.REPORTS) ExecutorService threads) {
        this.ledger = ledger;
        this.threads = threads;
    }

    @Get(headRoute = false)
    @RouteSummary(
            value = "Sums up spend, tokens and times by dimensions.",
            options = ReportOptions.class,
            answer = ReportView.class)
    HttpResponse<Publisher<byte[]>> report(HttpRequest<?> parameters) {
        ReportOptions options = QueryParameters.read(parameters, new ReportOptions());
        options.check();
        Instant now = ledger.clock().instant();
        SpendRequest request =
                options.request(
                        List.of(), ledger.application().settings().timezone(), now, Medium.JSON);
        return HttpResponse.ok(StreamedBody.of(threads, out -> write(options, request, now, out)));
    }

    private void write(ReportOptions options, SpendRequest request, Instant now, OutputStream out)
            throws IOException {
        Application application = ledger.application();
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        try {
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
                    JsonReport.to(writer));
        } catch (TooManyGroupsException tooMany) {
            throw ReportOptions.advice(tooMany);
        } catch (EntriesPrunedException pruned) {
            throw ReportOptions.advice(pruned);
        }
        writer.flush();
    }
}
