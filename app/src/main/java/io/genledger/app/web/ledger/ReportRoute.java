package io.genledger.app.web.ledger;

import io.genledger.app.option.report.AskedReport;
import io.genledger.app.option.report.LedgerReports;
import io.genledger.app.option.report.ReportOptions;
import io.genledger.app.option.report.ReportOptions.Medium;
import io.genledger.app.view.json.JsonReport;
import io.genledger.app.view.spend.ReportView;
import io.genledger.app.web.LedgerAccess;
import io.genledger.app.web.RequestThreads;
import io.genledger.app.web.access.RequiredScope;
import io.genledger.app.web.access.Requires;
import io.genledger.app.web.answer.StreamedBody;
import io.genledger.app.web.parameter.QueryParameters;
import io.genledger.app.web.parameter.RouteSummary;
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
        AskedReport asked =
                new AskedReport(
                        new LedgerReports(ledger.application()),
                        options,
                        List.of(),
                        Medium.JSON,
                        ledger.clock().instant());
        return HttpResponse.ok(StreamedBody.of(threads, out -> write(asked, out)));
    }

    /** Writes the report as JSON while it is read. */
    static void write(AskedReport asked, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        asked.write(JsonReport.to(writer));
        writer.flush();
    }
}
