package io.genledger.app.web.live;

import io.genledger.app.view.feed.LiveQueueView;
import io.genledger.app.web.LedgerAccess;
import io.genledger.app.web.problem.ProblemException;
import io.genledger.ports.ledger.LedgerChanges;
import io.genledger.ports.ledger.LedgerChanges.Changes;
import io.genledger.ports.queue.PendingGenerations;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.sse.Event;
import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;

/**
 * Tells clients what was recorded. One thread asks the ledger once a second, for all of them;
 * without clients it does not ask.
 */
@Singleton
final class LiveFeed implements GracefulShutdownCapable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final int LOOKS_PER_HEARTBEAT = 15;
    private static final int MOST_CHANGES = 1000;
    private static final int MOST_CLIENTS = 1000;

    private final LedgerChanges changes;
    private final PendingGenerations queue;
    private final InstantSource clock;
    private final ScheduledExecutorService looks =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("live-feed").factory());
    private final Set<LiveClient> clients = ConcurrentHashMap.newKeySet();
    private volatile boolean isClosed;

    /** Of the thread that looks. */
    private String state = "";

    private int looked;

    LiveFeed(LedgerAccess ledger) {
        this.changes = ledger.application().changes();
        this.queue = ledger.application().pending();
        this.clock = ledger.clock();
    }

    @PostConstruct
    void start() {
        ScheduledFuture<?> unused =
                looks.scheduleWithFixedDelay(
                        this::lookForAll,
                        BETWEEN_LOOKS.toMillis(),
                        BETWEEN_LOOKS.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    /**
     * The events from now on, or behind an entry; the first states the queue.
     *
     * @param after the number of the last entry that the client knows
     * @param permission whether the client may still read
     * @throws ProblemException if there are too many clients, or the server stops
     * @throws io.genledger.ports.ledger.LedgerUnavailableException if the ledger cannot be read
     */
    Flux<Event<?>> events(Optional<Long> after, BooleanSupplier permission) {
        if (isClosed || clients.size() >= MOST_CLIENTS) {
            throw new ProblemException(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    isClosed
                            ? "the server is being stopped"
                            : "%d clients read this stream already".formatted(MOST_CLIENTS));
        }
        LiveClient client =
                new LiveClient(
                        after.orElseGet(() -> changes.since(Long.MAX_VALUE, 1).end()), permission);
        synchronized (this) {
            client.add(LiveQueueView.of(queue.backlog(clock.instant())));
            clients.add(client);
        }
        if (isClosed) {
            client.end();
        }
        return client.events().doFinally(end -> clients.remove(client));
    }

    /** Ends the clients if the ledger fails; each asks again, and is answered with the failure. */
    private void lookForAll() {
        try {
            look();
        } catch (RuntimeException failure) {
            LOG.warn("live events end, because the ledger cannot be read", failure);
            clients.forEach(LiveClient::end);
        }
    }

    /** Sends what is new to each client; those at the same entry share one query. */
    void look() {
        looked++;
        if (clients.isEmpty()) {
            return;
        }
        Map<Long, Changes> behind = new HashMap<>();
        for (LiveClient client : clients) {
            if (client.isPermitted()) {
                client.add(
                        behind.computeIfAbsent(
                                client.position(), after -> changes.since(after, MOST_CHANGES)));
            }
        }
        behind.values().stream().map(Changes::state).findFirst().ifPresent(this::showQueue);
        if (looked % LOOKS_PER_HEARTBEAT == 0) {
            clients.forEach(LiveClient::addHeartbeat);
        }
    }

    /** Sends the queue if the ledger has changed since the last look. */
    private synchronized void showQueue(String latest) {
        if (!latest.equals(state)) {
            LiveQueueView view = LiveQueueView.of(queue.backlog(clock.instant()));
            state = latest;
            clients.forEach(client -> client.add(view));
        }
    }

    /** The number of clients. */
    int clients() {
        return clients.size();
    }

    @Override
    public CompletionStage<?> shutdownGracefully() {
        close();
        return CompletableFuture.completedFuture(null);
    }

    @PreDestroy
    void close() {
        isClosed = true;
        looks.shutdownNow();
        clients.forEach(LiveClient::end);
    }
}
