package io.genledger.app.web.ledger;

import io.genledger.app.Application;
import io.genledger.app.option.QueueListOptions;
import io.genledger.app.view.queue.QueueView;
import io.genledger.app.view.queue.RetryView;
import io.genledger.app.web.LedgerAccess;
import io.genledger.app.web.RequestThreads;
import io.genledger.app.web.access.RequiredScope;
import io.genledger.app.web.access.Requires;
import io.genledger.app.web.parameter.PathId;
import io.genledger.app.web.parameter.QueryParameters;
import io.genledger.app.web.parameter.RouteSummary;
import io.genledger.app.web.problem.ProblemException;
import io.genledger.ports.usecase.queue.RetryGenerations.Retried;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Set;

/** The queue, as the commands pending and retry answer. */
@Controller("/ledger/v1/queue")
@ExecuteOn(RequestThreads.SHORT)
final class QueueRoutes {

    private static final int MOST_ROWS = 1000;

    private final Application application;

    QueueRoutes(LedgerAccess ledger) {
        this.application = ledger.application();
    }

    @Get
    @Requires(RequiredScope.READ)
    @RouteSummary(
            value = "Counts the ids in the queue by state and reason, and lists the oldest.",
            options = QueueListOptions.class)
    QueueView list(HttpRequest<?> request) {
        QueueListOptions options = QueryParameters.read(request, new QueueListOptions());
        options.check(MOST_ROWS);
        return options.list(application.listPending());
    }

    @Post("/{id}/retry")
    @Requires(RequiredScope.WRITE)
    @RouteSummary(
            value = "Makes an id due at once, also a given-up or refused one.",
            statuses = {404, 409})
    RetryView retry(String id) {
        Retried retried = application.retryGenerations().retry(Set.of(PathId.of(id)));
        if (!retried.notInQueue().isEmpty()) {
            throw new ProblemException(HttpStatus.NOT_FOUND, id + " is not in the queue");
        }
        if (!retried.claimed().isEmpty()) {
            throw new ProblemException(HttpStatus.CONFLICT, id + " is being requested now");
        }
        return RetryView.of(retried);
    }
}
