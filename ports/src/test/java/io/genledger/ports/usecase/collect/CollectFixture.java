package io.genledger.ports.usecase.collect;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.MetadataDecoder;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.queue.Backlog;
import io.genledger.ports.queue.Claims;
import io.genledger.ports.queue.Outcome;
import io.genledger.ports.source.AccountSource;
import io.genledger.ports.source.FetchOutcome;
import io.genledger.ports.source.GenerationSource;
import io.genledger.ports.source.RateLimiter;
import io.genledger.ports.testkit.InMemoryLedger;
import io.genledger.ports.testkit.InMemoryPendingGenerations;
import io.genledger.ports.testkit.InMemoryRefreshQueue;
import io.genledger.ports.testkit.SampleDecoder;
import io.genledger.ports.testkit.SampleGenerations;
import io.genledger.ports.usecase.runtime.RunEnvironment;
import io.genledger.ports.usecase.runtime.StopSignal;
import io.genledger.ports.usecase.runtime.Waiter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** A queue, a ledger, a clock and a plan to collect with, each of which a test can replace. */
final class CollectFixture {

    /** Ten seconds after the second that the sample ids state. */
    static final Instant NOW = Instant.parse("2025-08-20T08:02:17Z");

    final InMemoryLedger ledger = new InMemoryLedger();
    final InMemoryPendingGenerations pending = new InMemoryPendingGenerations(ledger);
    private final InMemoryRefreshQueue refreshes = new InMemoryRefreshQueue(ledger, pending);
    final List<IdOutcome> outcomes = new ArrayList<>();
    final StopSignal stop = new StopSignal();

    /** The wall clock; setting it does not change the monotonic clock. */
    volatile Instant now = NOW;

    private volatile Instant monotonic = NOW;
    private final Random random = new Random(20251106);
    private Claims usedClaims = pending;
    private MetadataDecoder decoder = new SampleDecoder();
    private Executor workers = Runnable::run;
    private Waiter waiter = this::letTimePass;
    private RateLimiter rateLimiter = RateLimiter.UNLIMITED;
    CollectPlan plan = CollectPlan.DEFAULT.withConcurrency(4);
    private CollectListener listener =
            (id, outcome, reason) ->
                    outcomes.add(new IdOutcome(number(id), outcome, reason.orElse("")));
    private Runnable eachWait = () -> {};
    private Instant end = Instant.MAX;

    /** The reported outcome of the sample with this number. */
    record IdOutcome(int number, Outcome outcome, String reason) {}

    /** Tracks the samples {@code 1} to {@code count}, one after the other. */
    CollectFixture tracking(int count) {
        for (int number : IntStream.rangeClosed(1, count).toArray()) {
            pending.track(
                    Set.of(SampleGenerations.id(number)),
                    NOW.minus(Duration.ofNanos(count - number)));
        }
        return this;
    }

    CollectFixture with(Claims other) {
        usedClaims = other;
        return this;
    }

    CollectFixture decodingBy(MetadataDecoder other) {
        decoder = other;
        return this;
    }

    /** Fetches on real threads and waits in real time. */
    CollectFixture on(Executor other) {
        workers = other;
        waiter = Waiter.REAL;
        return this;
    }

    /** Requests a stop at {@code moment}. */
    CollectFixture stoppingAt(Instant moment) {
        end = moment;
        return this;
    }

    /** Runs {@code action} at each wait of the collecting thread. */
    CollectFixture atEachWait(Runnable action) {
        eachWait = action;
        return this;
    }

    CollectFixture limitedBy(RateLimiter other) {
        rateLimiter = other;
        return this;
    }

    CollectFixture planning(UnaryOperator<CollectPlan> change) {
        plan = change.apply(plan);
        return this;
    }

    CollectFixture listeningWith(CollectListener other) {
        listener = other;
        return this;
    }

    CollectFixture concurrency(int other) {
        plan = plan.withConcurrency(other);
        return this;
    }

    CollectSummary collectFrom(GenerationSource source) {
        return collectFrom(List.of(AccountSource.ofEveryAccount(source, rateLimiter)));
    }

    CollectSummary collectFrom(List<AccountSource> sources) {
        RunEnvironment runtime =
                new RunEnvironment(() -> now, () -> monotonic, workers, waiter, random);
        return new CollectGenerations(usedClaims, refreshes, sources, decoder, runtime)
                .collect(plan, listener, stop);
    }

    /** All work is done by one thread, so a wait without a signal lasts its full time. */
    private boolean letTimePass(Semaphore signal, Duration atMost) {
        boolean woken = signal.tryAcquire();
        if (!woken) {
            pass(atMost);
            eachWait.run();
            if (!now.isBefore(end)) {
                stop.request();
            }
        }
        return woken;
    }

    /** Advances both clocks. */
    void pass(Duration time) {
        now = now.plus(time);
        monotonic = monotonic.plus(time);
    }

    /** The time that has passed by the monotonic clock. */
    Duration passed() {
        return Duration.between(NOW, monotonic);
    }

    Backlog backlog() {
        return pending.backlog(now);
    }

    /** The document of a sample, as a source returns it. */
    static FetchOutcome found(GenerationId id) {
        return new FetchOutcome.Found(SampleGenerations.document(id));
    }

    /** A document of another id, or an undecodable one. */
    static FetchOutcome found(MetadataDocument document) {
        return new FetchOutcome.Found(document);
    }

    static FetchOutcome unknown(GenerationId id) {
        return new FetchOutcome.NotFound(id, "no such generation");
    }

    /** Waits until another thread opens {@code latch}. */
    static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** The number of a sample id. */
    static int number(GenerationId id) {
        return Integer.parseInt(id.value().substring(id.value().length() - 14));
    }
}
