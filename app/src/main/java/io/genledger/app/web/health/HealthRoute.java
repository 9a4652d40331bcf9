package io.genledger.app.web.health;

import io.genledger.app.view.health.LiveView;
import io.genledger.app.view.health.ReadyView;
import io.genledger.app.web.LedgerAccess;
import io.genledger.app.web.RequestThreads;
import io.genledger.app.web.access.RequiredScope;
import io.genledger.app.web.access.Requires;
import io.genledger.app.web.problem.Problem;
import io.genledger.ports.report.StatusReader;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Whether the server answers, and whether it can do so from its ledger. */
@Controller("/health")
final class HealthRoute {

    private final StatusReader ledger;
    private final int schemaVersion;

    /** Reads the version of the tables, which opening the ledger has made the newest. */
    HealthRoute(LedgerAccess ledger) {
        this.ledger = ledger.application().status();
        this.schemaVersion = this.ledger.storage().schemaVersion();
    }

    @Get("/live")
    @Requires(RequiredScope.NONE)
    LiveView live() {
        return LiveView.LIVE;
    }

    @Get("/ready")
    @Requires(RequiredScope.READ)
    @ExecuteOn(RequestThreads.SHORT)
    HttpResponse<?> ready() {
        ReadyView ready = ReadyView.of(ledger);
        return ready.schemaVersion() == schemaVersion
                ? HttpResponse.ok(ready)
                : Problem.answer(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "another Genledger has migrated the ledger from version %d to version %d;"
                                        .formatted(schemaVersion, ready.schemaVersion())
                                + " start this server again in that version of Genledger");
    }
}
