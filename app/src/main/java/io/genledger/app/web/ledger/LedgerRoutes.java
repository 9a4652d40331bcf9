package io.genledger.app.web.ledger;

import io.genledger.app.Application;
import io.genledger.app.option.AuditOptions;
import io.genledger.app.option.plan.AllowanceOption;
import io.genledger.app.option.report.AskedAudit;
import io.genledger.app.view.json.JsonRun;
import io.genledger.app.view.listing.ColoursView;
import io.genledger.app.view.listing.RunView;
import io.genledger.app.view.queue.LedgerStatusView;
import io.genledger.app.view.report.AuditView;
import io.genledger.app.web.LedgerAccess;
import io.genledger.app.web.RequestThreads;
import io.genledger.app.web.access.RequiredScope;
import io.genledger.app.web.access.Requires;
import io.genledger.app.web.answer.StreamedBody;
import io.genledger.app.web.parameter.QueryParameters;
import io.genledger.app.web.parameter.RouteSummary;
import io.genledger.app.web.problem.ProblemException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
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
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;

/** The ledger as a whole, as the commands status and audit answer, and runs. */
@Controller("/ledger/v1")
@Requires(RequiredScope.READ)
@ExecuteOn(RequestThreads.SHORT)
final class LedgerRoutes {

    private final LedgerAccess ledger;
    private final Application application;
    private final ExecutorService threads;

    LedgerRoutes(LedgerAccess ledger, @Named(RequestThreads.READS) ExecutorService threads) {
        this.ledger = ledger;
        this.threads = threads;
        this.application = ledger.application();
    }

    @Get("/status")
    @RouteSummary(
            value =
                    "The condition of the ledger and of this server: queue, collector, last fetch,"
                            + " Broadcast, last 24 hours, size, and the use of BYOK allowances.",
            options = AllowanceOption.class)
    LedgerStatusView status(HttpRequest<?> request) {
        return RequestThreads.call(threads, () -> readStatus(request));
    }

    private LedgerStatusView readStatus(HttpRequest<?> request) {
        AllowanceOption allowance = QueryParameters.read(request, new AllowanceOption());
        return LedgerStatusView.of(
                ledger.name(),
                application.settings().timezone(),
                application.readStatus().read(now(), allowance.plans(application.byokAllowances())),
                Optional.of(ledger.server().get()));
    }

    @Get("/findings")
    @RouteSummary(
            value = "The findings about generations, grouped by code.",
            options = AuditOptions.class)
    AuditView findings(HttpRequest<?> request) {
        return RequestThreads.call(threads, () -> readFindings(request));
    }

    private AuditView readFindings(HttpRequest<?> request) {
        return AskedAudit.read(
                application, QueryParameters.read(request, new AuditOptions()), now());
    }

    @Get("/colours")
    @RouteSummary(
            value = "The colours in which charts show the largest values of a dimension.",
            options = ColourOptions.class)
    ColoursView colours(HttpRequest<?> request) {
        ColourOptions options = QueryParameters.read(request, new ColourOptions());
        return new ColoursView(
                options.dimension(), application.colourSlots().slots(options.dimension()));
    }

    @Get(value = "/run", headRoute = false)
    @RouteSummary(
            value =
                    "The generations of one request or session in the order of time, and their"
                            + " sums. Either request or session is named.",
            options = RunOptions.class,
            statuses = 404)
    HttpResponse<Publisher<byte[]>> run(HttpRequest<?> request) {
        String id = QueryParameters.read(request, new RunOptions()).id();
        return HttpResponse.ok(StreamedBody.of(threads, out -> writeRun(id, out)));
    }

    private void writeRun(String id, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        JsonRun json = new JsonRun(writer);
        Optional<Instant> prunedBefore = application.entryPruning().prunedBefore();
        RunView run =
                RunView.of(id, application.readRun().read(id, prunedBefore, json), prunedBefore);
        if (run.generations() == 0) {
            throw new ProblemException(
                    HttpStatus.NOT_FOUND,
                    "the ledger holds no generation of a request or session " + id);
        }
        json.end(run);
        writer.flush();
    }

    private Instant now() {
        return ledger.clock().instant();
    }
}
