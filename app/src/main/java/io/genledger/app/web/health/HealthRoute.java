package io.genledger.app.web.health;

import io.genledger.app.view.health.LiveView;
import io.genledger.app.view.health.ReadyView;
import io.genledger.app.web.LedgerAccess;
import io.genledger.app.web.RequestThreads;
import io.genledger.app.web.access.RequiredScope;
import io.genledger.app.web.access.Requires;
import io.genledger.app.web.parameter.RouteSummary;
import io.genledger.app.web.problem.ProblemException;
import io.genledger.ports.report.StatusReader;
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
    @RouteSummary("Whether the server answers.")
    LiveView live() {
        return LiveView.LIVE;
    }

    @Get("/ready")
    @Requires(RequiredScope.READ)
    @ExecuteOn(RequestThreads.SHORT)
    @RouteSummary("Whether the server can answer from its ledger, and what it knows of the queue.")
    ReadyView ready() {
        ReadyView ready = ReadyView.of(ledger);
        if (ready.schemaVersion() != schemaVersion) {
            throw new ProblemException(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "another Genledger has migrated the ledger from version %d to version %d;"
                                    .formatted(schemaVersion, ready.schemaVersion())
                            + " start this server again in that version of Genledger");
        }
        return ready;
    }
}
