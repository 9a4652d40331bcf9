package io.genledger.app.web.intake;

import io.genledger.app.view.intake.IntakeView;
import io.genledger.app.web.RequestThreads;
import io.genledger.app.web.access.RequiredScope;
import io.genledger.app.web.access.Requires;
import io.genledger.app.web.parameter.RouteSummary;
import io.genledger.app.web.problem.ProblemException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.inject.Named;
import java.util.concurrent.ExecutorService;

/** Takes ids and documents, as the commands track and import do. */
@Controller("/ledger/v1/generations")
@Requires(RequiredScope.WRITE)
@ExecuteOn(RequestThreads.SHORT)
final class IntakeRoute {

    /** A body of this size holds some hundred ids, or a few documents. */
    private static final int SHORT_BYTES = 16 * 1024;

    private final Intake intake;
    private final ExecutorService threads;

    IntakeRoute(Intake intake, @Named(RequestThreads.INTAKE) ExecutorService threads) {
        this.threads = threads;
        this.intake = intake;
    }

    @Post
    @Consumes(MediaType.ALL)
    @Status(HttpStatus.ACCEPTED)
    @RouteSummary(
            value =
                    "Tracks ids, a JSON array of them or one on each line, or records documents,"
                            + " all that the command import reads. What the answer states is"
                            + " durable; the same request again doubles nothing.",
            options = IntakeOptions.class)
    IntakeView take(HttpRequest<?> request) {
        byte[] sent = RequestBody.of(request);
        if (sent.length == 0) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST,
                    "the body is empty: send generation ids or documents, for example"
                            + " [\"gen-1731289055-7lM7yhtp335znp1qegkj\"]");
        }
        return sent.length <= SHORT_BYTES
                ? intake.take(request, sent)
                : RequestThreads.call(threads, () -> intake.take(request, sent));
    }
}
