package io.genledger.app.web.ledger;

import io.genledger.app.LakeQuestions;
import io.genledger.app.option.report.LakeSelection;
import io.genledger.app.option.report.ListOptions;
import io.genledger.app.web.LedgerAccess;
import io.genledger.app.web.RequestThreads;
import io.genledger.app.web.access.RequiredScope;
import io.genledger.app.web.access.Requires;
import io.genledger.app.web.parameter.QueryParameters;
import io.genledger.app.web.parameter.RouteSummary;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.inject.Named;
import java.util.concurrent.ExecutorService;
import picocli.CommandLine.Mixin;

/** The generations of all ledgers of a lake, as {@code list --lake}. */
@Controller("/ledger/v1/lake/generations")
@Requires(RequiredScope.READ)
@ExecuteOn(RequestThreads.SHORT)
final class LakeListRoute {

    private final LedgerAccess ledger;
    private final ExecutorService threads;

    /** Trino takes as long for a page as for a report. */
    LakeListRoute(LedgerAccess ledger, @Named(RequestThreads.REPORTS) ExecutorService threads) {
        this.ledger = ledger;
        this.threads = threads;
    }

    /** The options of a list and those of a lake. */
    static final class Options {

        @Mixin private final ListOptions list = ListOptions.ofLake();
        @Mixin private final LakeSelection lake = new LakeSelection();
    }

    @Get(produces = MediaType.APPLICATION_JSON)
    @RouteSummary(
            value =
                    "Lists generations of all ledgers of a lake. limit is 50 unless it is named,"
                            + " and at most 1000; the header Link names the next page.",
            options = Options.class,
            statuses = 404)
    HttpResponse<String> list(HttpRequest<?> request) {
        Options options = QueryParameters.read(request, new Options());
        LakeQuestions lake = ServerLake.of(ledger);
        return RequestThreads.call(
                threads,
                () ->
                        ListAnswer.of(
                                request,
                                options.list,
                                options.lake.list(lake),
                                ledger.clock().instant()));
    }
}
