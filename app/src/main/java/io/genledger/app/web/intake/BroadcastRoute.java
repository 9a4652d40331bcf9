package io.genledger.app.web.intake;

import io.genledger.app.view.feed.BroadcastStatusView;
import io.genledger.app.view.feed.BroadcastView;
import io.genledger.app.view.feed.BroadcastView.PartialSuccess;
import io.genledger.app.view.intake.ImportView;
import io.genledger.app.view.intake.IntakeOutcome;
import io.genledger.app.view.intake.IntakeView;
import io.genledger.app.web.LedgerAccess;
import io.genledger.app.web.RequestThreads;
import io.genledger.app.web.access.RequiredScope;
import io.genledger.app.web.access.Requires;
import io.genledger.app.web.parameter.QueryParameters;
import io.genledger.app.web.parameter.RouteSummary;
import io.genledger.app.web.problem.ProblemException;
import io.genledger.ports.quarantine.Rejection;
import io.genledger.ports.source.BroadcastDeliveries;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.inject.Named;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;

/** Receives the deliveries of OpenRouter's Broadcast to a webhook (OPENROUTER.md §11). */
@Controller("/ledger/v1/broadcast")
@ExecuteOn(RequestThreads.SHORT)
final class BroadcastRoute {

    /** The messages without a span that test a connection. */
    private static final Set<String> EMPTY = Set.of("", "{}");

    private static final int LONGEST_EMPTY = 16;

    /** The outcomes of what states no generation. */
    private static final Set<IntakeOutcome> NOTHING =
            EnumSet.of(IntakeOutcome.SKIPPED, IntakeOutcome.REJECTED);

    private final Intake intake;
    private final ExecutorService threads;
    private final BroadcastDeliveries deliveries;
    private final InstantSource clock;

    BroadcastRoute(
            Intake intake,
            LedgerAccess ledger,
            @Named(RequestThreads.INTAKE) ExecutorService threads) {
        this.threads = threads;
        this.intake = intake;
        this.deliveries = ledger.application().broadcastDeliveries();
        this.clock = ledger.clock();
    }

    @Post
    @Consumes(MediaType.ALL)
    @Requires(RequiredScope.WRITE)
    @RouteSummary(
            value =
                    "Receives a delivery of OpenRouter's Broadcast in OTLP/JSON. However often it"
                            + " is delivered, each generation is recorded once.",
            options = IntakeOptions.class,
            statuses = 422)
    BroadcastView post(HttpRequest<?> request) {
        return receive(request);
    }

    @Put
    @Consumes(MediaType.ALL)
    @Requires(RequiredScope.WRITE)
    @RouteSummary(
            value = "The same as POST, for destinations that send by PUT.",
            options = IntakeOptions.class,
            statuses = 422)
    BroadcastView put(HttpRequest<?> request) {
        return receive(request);
    }

    @Get
    @Requires(RequiredScope.READ)
    @RouteSummary("When Broadcast last delivered generations, and what a long silence can mean.")
    BroadcastStatusView status() {
        return BroadcastStatusView.of(deliveries.last(), clock.instant());
    }

    private BroadcastView receive(HttpRequest<?> request) {
        byte[] body = RequestBody.of(request);
        if (isEmpty(body)) {
            QueryParameters.read(request, new IntakeOptions());
            return BroadcastView.SUCCESS;
        }
        IntakeView taken = RequestThreads.call(threads, () -> intake.take(request, body));
        if (taken.items().stream().anyMatch(item -> !NOTHING.contains(item.outcome()))) {
            deliveries.received(clock.instant());
        }
        return answer(taken.counts());
    }

    private static boolean isEmpty(byte[] body) {
        return body.length <= LONGEST_EMPTY
                && EMPTY.contains(new String(body, StandardCharsets.UTF_8).replaceAll("\\s", ""));
    }

    /** What is neither recorded nor kept is not acknowledged. */
    private static BroadcastView answer(ImportView counts) {
        Optional<Rejection> lost = counts.firstLeftOut().stream().findFirst();
        if (lost.isPresent()) {
            throw new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, text(lost.get()));
        }
        return counts.rejects().stream()
                .findFirst()
                .map(first -> new PartialSuccess(counts.rejected(), text(first)))
                .map(partial -> new BroadcastView(Optional.of(partial)))
                .orElse(BroadcastView.SUCCESS);
    }

    private static String text(Rejection rejection) {
        return "line "
                + rejection.line()
                + ": "
                + rejection.field().map(field -> field + ": ").orElse("")
                + rejection.reason();
    }
}
