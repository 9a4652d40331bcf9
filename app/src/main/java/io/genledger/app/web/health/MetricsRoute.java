package io.genledger.app.web.health;

import io.genledger.app.web.RequestThreads;
import io.genledger.app.web.access.RequiredScope;
import io.genledger.app.web.access.Requires;
import io.genledger.app.web.parameter.RouteSummary;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Metrics for Prometheus. */
@Controller("/metrics")
@Requires(RequiredScope.READ)
@ExecuteOn(RequestThreads.REPORTS)
final class MetricsRoute {

    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final RequestTimes requests;
    private final LedgerMetrics ledger;

    MetricsRoute(RequestTimes requests, LedgerMetrics ledger) {
        this.requests = requests;
        this.ledger = ledger;
    }

    @Get(produces = TEXT)
    @RouteSummary("The metrics of the server and its ledger for Prometheus.")
    String metrics() {
        return requests.text() + ledger.text();
    }
}
