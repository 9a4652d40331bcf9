package io.genledger.app.bench;

import io.genledger.adapter.http.HttpGenerationSource;
import io.genledger.adapter.http.simulator.server.OpenRouterSimulator;
import io.genledger.app.Application;
import io.genledger.ports.source.RateLimiter;
import io.genledger.ports.usecase.collect.CollectPlan;
import io.genledger.ports.usecase.runtime.MonotonicClock;
import io.genledger.ports.usecase.runtime.StopSignal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Which share of the requests that a rate limit allows a collection uses. */
final class RateUse {

    private static final int CONCURRENCY = 32;
    private static final Duration TIME = Duration.ofSeconds(20);

    private RateUse() {}

    static void measure() throws Exception {
        // The first is the limit of the server, of which the collection learns by 429 only.
        ofServer(100, Duration.ofSeconds(1), "retry-after seconds");
        ofServer(200, Duration.ofSeconds(2), "retry-after seconds");
        ofServer(500, Duration.ofSeconds(5), "retry-after seconds");
        ofServer(1000, Duration.ofSeconds(10), "retry-after seconds");
        ofServer(1000, Duration.ofSeconds(10), "retry-after date");
        ofServer(1000, Duration.ofSeconds(10), "");
        ofOption(100);
    }

    /** A limit in windows, as the server counts requests. */
    private static void ofServer(int requests, Duration window, String retryAfter)
            throws Exception {
        String limit = "limit %d per %ds %s".formatted(requests, window.toSeconds(), retryAfter);
        collect(limit, requests * TIME.dividedBy(window), RateLimiter.UNLIMITED);
    }

    /** A limit of the collector's own, as of {@code --rate}. */
    private static void ofOption(int perSecond) throws Exception {
        collect(
                "",
                perSecond * TIME.toSeconds(),
                Application.rateLimit(
                        perSecond,
                        Duration.ofSeconds(1),
                        new MonotonicClock(InstantSource.system(), System::nanoTime)));
    }

    private static void collect(String limit, long allowed, RateLimiter limiter) throws Exception {
        StopSignal stop = new StopSignal();
        Map<Integer, Long> responses;
        try (ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
                Store store = Store.inMemory()) {
            store.track(Set.copyOf(Workload.ids((int) (2 * allowed))));
            try (OpenRouterSimulator server = Simulators.start("late 50ms\n" + limit);
                    HttpGenerationSource source = Workload.source(server.baseUri(), CONCURRENCY)) {
                var counted =
                        timer.schedule(
                                () -> {
                                    Map<Integer, Long> counts = server.counts().responses();
                                    stop.request();
                                    return counts;
                                },
                                TIME.toNanos(),
                                TimeUnit.NANOSECONDS);
                store.collecting(source, limiter)
                        .collect(
                                CollectPlan.DEFAULT.withConcurrency(CONCURRENCY),
                                (id, result, why) -> {},
                                stop);
                if (!stop.isRequested()) {
                    throw new IllegalStateException("the collection ended early");
                }
                responses = counted.get();
            }
        }
        long answered = responses.getOrDefault(200, 0L);
        System.out.printf(
                Locale.ROOT,
                "%s, %d at once: %d of %d allowed requests used, %d refused; ratio %.3f%n",
                limit.isEmpty() ? "own limit" : limit.strip(),
                CONCURRENCY,
                answered,
                allowed,
                responses.getOrDefault(429, 0L),
                (double) answered / allowed);
    }
}
