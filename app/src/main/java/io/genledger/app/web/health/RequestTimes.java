package io.genledger.app.web.health;

import io.genledger.app.web.LedgerAccess;
import io.genledger.app.web.RequestObserver;
import io.genledger.app.web.RequestObserver.Answered;
import io.micrometer.core.instrument.Timer;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteInfo;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Measures how long requests take, by route and status. A route is named by its template, so that
 * no id becomes a label; all requests without a route share one.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class RequestTimes implements Ordered {

    private static final String START = "genledger.start";
    private static final Duration[] BOUNDS = {
        Duration.ofMillis(5),
        Duration.ofMillis(20),
        Duration.ofMillis(100),
        Duration.ofSeconds(1),
        Duration.ofSeconds(10)
    };

    private final Meters meters;
    private final RequestObserver observer;
    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

    RequestTimes(Meters meters, LedgerAccess ledger) {
        this.meters = meters;
        this.observer = ledger.observer();
    }

    /** Requests that are measured together. */
    private record Kind(String method, String route, int status) {

        static Kind of(HttpRequest<?> request, int status) {
            return RouteAttributes.getRouteInfo(request)
                    .filter(UriRouteInfo.class::isInstance)
                    .map(UriRouteInfo.class::cast)
                    .map(route ->
                            new Kind(
                                    route.getHttpMethodName(),
                                    route.getUriMatchTemplate().toPathString(),
                                    status))
                    .orElseGet(() -> new Kind("none", "none", status));
        }
    }

    @RequestFilter
    void begin(HttpRequest<?> request) {
        request.setAttribute(START, System.nanoTime());
    }

    @ResponseFilter
    void end(HttpRequest<?> request, MutableHttpResponse<?> response) {
        request.getAttribute(START, Long.class)
                .ifPresent(start -> end(request, response.code(), System.nanoTime() - start));
    }

    private void end(HttpRequest<?> request, int status, long nanoseconds) {
        Kind kind = Kind.of(request, status);
        timers.computeIfAbsent(kind, this::timer).record(nanoseconds, TimeUnit.NANOSECONDS);
        observer.answered(
                new Answered(
                        kind.method(),
                        kind.route(),
                        status,
                        nanoseconds,
                        request.getHeaders()::get));
    }

    private Timer timer(Kind kind) {
        return Timer.builder("genledger.http.requests")
                .description("Time until the answer to a request begins")
                .tag("method", kind.method())
                .tag("route", kind.route())
                .tag("status", Integer.toString(kind.status()))
                .serviceLevelObjectives(BOUNDS)
                .register(meters.registry());
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.METRICS.order();
    }
}
