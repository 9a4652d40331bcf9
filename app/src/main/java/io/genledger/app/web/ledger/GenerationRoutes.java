package io.genledger.app.web.ledger;

import io.genledger.app.Application;
import io.genledger.app.option.plan.PlanOptions;
import io.genledger.app.option.report.ListOptions;
import io.genledger.app.option.report.ListSource;
import io.genledger.app.view.generation.ExplanationView;
import io.genledger.app.view.generation.GenerationView;
import io.genledger.app.view.queue.HistoryView;
import io.genledger.app.view.queue.NoRecordView;
import io.genledger.app.web.LedgerAccess;
import io.genledger.app.web.RequestThreads;
import io.genledger.app.web.access.RequiredScope;
import io.genledger.app.web.access.Requires;
import io.genledger.app.web.parameter.PathId;
import io.genledger.app.web.parameter.QueryParameters;
import io.genledger.app.web.parameter.RouteSummary;
import io.genledger.app.web.problem.NoRecordProblem;
import io.genledger.app.web.problem.ProblemException;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.usecase.inspect.ReadHistory.History;
import io.genledger.ports.usecase.inspect.ShowGeneration;
import io.genledger.ports.usecase.inspect.ShowGeneration.Shown;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.concurrent.ExecutorService;

/** The recorded generations, as the commands list, show and why answer. */
@Controller("/ledger/v1/generations")
@Requires(RequiredScope.READ)
@ExecuteOn(RequestThreads.SHORT)
final class GenerationRoutes {

    private final LedgerAccess ledger;
    private final Application application;
    private final ExecutorService threads;

    GenerationRoutes(LedgerAccess ledger, @Named(RequestThreads.READS) ExecutorService threads) {
        this.threads = threads;
        this.ledger = ledger;
        this.application = ledger.application();
    }

    @Get(produces = MediaType.APPLICATION_JSON)
    @RouteSummary(
            value =
                    "Lists generations. limit is 50 unless it is named, and at most 1000; the"
                            + " header Link names the next page.",
            options = ListOptions.class)
    HttpResponse<String> list(HttpRequest<?> request) {
        return RequestThreads.call(threads, () -> readList(request));
    }

    private HttpResponse<String> readList(HttpRequest<?> request) {
        ListOptions options = QueryParameters.read(request, new ListOptions());
        return ListAnswer.of(
                request, options, ListSource.of(application), ledger.clock().instant());
    }

    @Get("/{id}")
    @RouteSummary(
            value = "Shows a generation: its money, tokens, routing and findings.",
            options = PlanOptions.class,
            statuses = 404)
    GenerationView show(HttpRequest<?> request, String id) {
        return GenerationView.of(shown(request, id));
    }

    @Get("/{id}/why")
    @RouteSummary(
            value = "Explains the cost of a generation line by line.",
            options = PlanOptions.class,
            statuses = 404)
    ExplanationView why(HttpRequest<?> request, String id) {
        return ExplanationView.of(shown(request, id));
    }

    @Get("/{id}/history")
    @RouteSummary(
            value = "Lists the events of a generation: tracked, requested, recorded, corrected.",
            statuses = 404)
    HistoryView history(String id) {
        GenerationId wanted = PathId.of(id);
        History history = application.readHistory().read(wanted);
        if (history.steps().isEmpty()) {
            throw noRecord(wanted);
        }
        return HistoryView.of(wanted, history, now());
    }

    @Get("/{id}/document")
    @RouteSummary(value = "The archived document of a generation, byte for byte.", statuses = 404)
    HttpResponse<byte[]> document(String id) {
        GenerationId wanted = PathId.of(id);
        byte[] document =
                show(new PlanOptions())
                        .find(wanted)
                        .orElseThrow(() -> noRecord(wanted))
                        .document()
                        .bytes();
        return HttpResponse.ok(document).contentType(type(document));
    }

    /** Archived documents are JSON, or text such as the events of a stream. */
    private static MediaType type(byte[] document) {
        boolean isObject = document.length > 0 && document[0] == '{';
        return isObject ? MediaType.APPLICATION_JSON_TYPE : MediaType.TEXT_PLAIN_TYPE;
    }

    private Shown shown(HttpRequest<?> request, String id) {
        GenerationId wanted = PathId.of(id);
        return show(QueryParameters.read(request, new PlanOptions()))
                .show(wanted)
                .orElseThrow(() -> noRecord(wanted));
    }

    private ShowGeneration show(PlanOptions plan) {
        return application.showGeneration(plan.plans(application.byokAllowances()));
    }

    private ProblemException noRecord(GenerationId id) {
        return NoRecordProblem.of(
                NoRecordView.read(
                        id, application.readHistory(), application.entryPruning(), now()));
    }

    private Instant now() {
        return ledger.clock().instant();
    }
}
