package io.genledger.app.web.connection;

import io.genledger.app.web.problem.Problem;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets a stop wait for the requests that are being answered. The framework counts connections: it
 * does not wait for a request whose client has gone, although its route still uses the ledger.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class RequestsUnderWay implements GracefulShutdownCapable, Ordered {

    private static final String COUNTED = "genledger.counted";

    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final AtomicBoolean stops = new AtomicBoolean();

    /** One party is the server itself, until it stops; the others are requests. */
    private final Phaser parties =
            new Phaser(1) {
                @Override
                protected boolean onAdvance(int phase, int registered) {
                    ended.complete(null);
                    return true;
                }
            };

    @RequestFilter
    Optional<HttpResponse<?>> begin(HttpRequest<?> request) {
        if (parties.register() < 0) {
            return Optional.of(
                    Problem.answer(
                                    HttpStatus.SERVICE_UNAVAILABLE,
                                    "the server is being stopped; nothing was done")
                            .header(HttpHeaders.RETRY_AFTER, "5"));
        }
        request.setAttribute(COUNTED, true);
        return Optional.empty();
    }

    @ResponseFilter
    void end(HttpRequest<?> request) {
        request.getAttribute(COUNTED).ifPresent(counted -> parties.arriveAndDeregister());
    }

    @Override
    public CompletionStage<?> shutdownGracefully() {
        if (!stops.getAndSet(true)) {
            parties.arriveAndDeregister();
        }
        return ended;
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.FIRST.after();
    }
}
