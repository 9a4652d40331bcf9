package io.genledger.app.web.ledger;

import io.genledger.app.LakeQuestions;
import io.genledger.app.option.UsageException;
import io.genledger.app.option.report.AskedReport;
import io.genledger.app.option.report.LakeSelection;
import io.genledger.app.option.report.ReportOptions;
import io.genledger.app.option.report.ReportOptions.Medium;
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
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;
import picocli.CommandLine.Mixin;

/** Reports of spend over all ledgers of a lake, as {@code report --lake}. */
@Controller("/ledger/v1/lake/report")
@Requires(RequiredScope.READ)
@ExecuteOn(RequestThreads.SHORT)
final class LakeReportRoute {

    private final LedgerAccess ledger;
    private final ExecutorService threads;

    LakeReportRoute(LedgerAccess ledger, @Named(RequestThreads.REPORTS) ExecutorService threads) {
        this.ledger = ledger;
        this.threads = threads;
    }

    /** The options of a report and those of a lake. */
    static final class Options {

        @Mixin private final ReportOptions report = ReportOptions.ofLake();
        @Mixin private final LakeSelection lake = new LakeSelection();
    }

    @Get(headRoute = false)
    @RouteSummary(
            value = "Sums up spend, tokens and times of all ledgers of a lake by dimensions.",
            options = Options.class,
            answer = ReportView.class,
            statuses = 404)
    HttpResponse<Publisher<byte[]>> report(HttpRequest<?> parameters) {
        Options options = QueryParameters.read(parameters, new Options());
        options.report.check();
        if (options.report.statesAllowance()) {
            throw new UsageException(
                    "--byok-allowance: each ledger of a lake has its own plans; ask the ledger"
                            + " itself");
        }
        LakeQuestions lake = ServerLake.of(ledger);
        AskedReport asked =
                new AskedReport(
                        options.lake.reports(lake, ledger.clock()),
                        options.report,
                        List.of(),
                        Medium.JSON,
                        ledger.clock().instant());
        return HttpResponse.ok(StreamedBody.of(threads, out -> ReportRoute.write(asked, out)));
    }
}
