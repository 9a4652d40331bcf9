package io.genledger.app.web.health;

import io.genledger.app.web.RequestThreads;
import io.genledger.app.web.access.RequiredScope;
import io.genledger.app.web.access.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.inject.Named;
import java.util.concurrent.ExecutorService;

/** Metrics for Prometheus. */
@Controller("/metrics")
@Requires(RequiredScope.READ)
@ExecuteOn(RequestThreads.SHORT)
final class MetricsRoute {

    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final RequestTimes requests;
    private final LedgerMetrics ledger;
    private final ExecutorService threads;

    MetricsRoute(
            RequestTimes requests,
            LedgerMetrics ledger,
            @Named(RequestThreads.REPORTS) ExecutorService threads) {
        this.threads = threads;
        this.requests = requests;
        this.ledger = ledger;
    }

    @Get(produces = TEXT)
    String metrics() {
        return requests.text() + RequestThreads.call(threads, ledger::text);
    }
}
