package io.genledger.app.web.health;

import io.genledger.app.web.RequestThreads;
import io.genledger.app.web.access.RequiredScope;
import io.genledger.app.web.access.Requires;
import io.genledger.app.web.parameter.RouteSummary;
import io.genledger.ports.ledger.LedgerUnavailableException;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
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

    private final Meters meters;
    private final ServiceMetrics services;
    private final LedgerMetrics ledger;
    private final ExecutorService threads;

    MetricsRoute(
            Meters meters,
            ServiceMetrics services,
            LedgerMetrics ledger,
            @Named(RequestThreads.READS) ExecutorService threads) {
        this.meters = meters;
        this.services = services;
        this.threads = threads;
        this.ledger = ledger;
        new JvmMemoryMetrics().bindTo(meters.registry());
    }

    @Get(produces = TEXT)
    @RouteSummary("The metrics of the server and its ledger for Prometheus.")
    String metrics() {
        return meters.registry().scrape() + services.text() + ledger();
    }

    /** A failure of the ledger is one of the metrics, and leaves the others. */
    private String ledger() {
        try {
            return available(1) + RequestThreads.call(threads, ledger::text);
        } catch (LedgerUnavailableException unavailable) {
            return available(0);
        }
    }

    private static String available(int number) {
        return new MetricText()
                .single("genledger_ledger_available", "Whether the ledger can be read", number)
                .toString();
    }
}
