package io.genledger.app.web.health;

import io.genledger.app.view.health.LiveView;
import io.genledger.app.view.health.ReadyView;
import io.genledger.app.view.health.ReadyView.Status;
import io.genledger.app.web.LedgerAccess;
import io.genledger.app.web.RequestThreads;
import io.genledger.app.web.access.RequiredScope;
import io.genledger.app.web.access.Requires;
import io.genledger.app.web.parameter.RouteSummary;
import io.genledger.ports.report.StatusReader;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Whether the server answers, and whether it can do so from its ledger. */
@Controller("/health")
final class HealthRoute {

    private final LedgerAccess ledger;
    private final StatusReader status;
    private final int schemaVersion;

    /** Reads the version of the tables, which opening the ledger has made the newest. */
    HealthRoute(LedgerAccess ledger) {
        this.ledger = ledger;
        this.status = ledger.application().status();
        this.schemaVersion = status.storage().schemaVersion();
    }

    @Get("/live")
    @Requires(RequiredScope.NONE)
    @RouteSummary("Whether the server answers.")
    LiveView live() {
        return LiveView.LIVE;
    }

    @Get("/ready")
    @Requires(RequiredScope.READ)
    @ExecuteOn(RequestThreads.SHORT)
    @RouteSummary(
            value = "Whether requests can be answered, with the checks and their reasons.",
            unavailable = ReadyView.class)
    HttpResponse<ReadyView> ready() {
        ReadyView ready =
                ReadyView.of(
                        status,
                        schemaVersion,
                        ledger.application().broadcastDeliveries(),
                        ledger.server().get(),
                        ledger.clock().instant());
        return HttpResponse.<ReadyView>status(
                        ready.status() == Status.READY
                                ? HttpStatus.OK
                                : HttpStatus.SERVICE_UNAVAILABLE)
                .body(ready);
    }
}
