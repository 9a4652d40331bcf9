package io.genledger.ports.usecase.collect;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.MetadataDecoder;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.queue.Backlog;
import io.genledger.ports.queue.Claims;
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

/** A queue, a ledger and a clock to collect with; whatever a test does not replace is honest. */
public final class CollectFixture {

    /** Ten seconds after the second that the sample ids carry. */
    public static final Instant NOW = Instant.parse("2025-08-20T08:02:17Z");

    final InMemoryLedger ledger = new InMemoryLedger();
    final InMemoryPendingGenerations pending = new InMemoryPendingGenerations(ledger);
    private final InMemoryRefreshQueue rereads = new InMemoryRefreshQueue(ledger, pending);
    final List<String> told = new ArrayList<>();
    final StopSignal stop = new StopSignal();

    /** The time of day; who sets it changes nothing about how much time goes by. */
    volatile Instant now = NOW;

    private volatile Instant monotonic = NOW;
    private final Random random = new Random(20251106);
    private Claims usedClaims = pending;
    private MetadataDecoder decoder = new SampleDecoder();
    private Executor workers = Runnable::run;
    private Waiter waiting = this::letTimePass;
    private RateLimiter pacing = RateLimiter.UNLIMITED;
    CollectPlan plan = CollectPlan.DEFAULT.with(4, Duration.ofMinutes(15));
    private CollectListener listener =
            (id, result, reason) -> told.add(number(id) + " " + result + " " + reason);
    private Runnable eachWait = () -> {};
    private Instant end = Instant.MAX;

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

    /** On threads, who wait for each other for real. */
    CollectFixture on(Executor other) {
        workers = other;
        waiting = Waiter.REAL;
        return this;
    }

    /** Asks for the end when the time has come. */
    CollectFixture stoppingAt(Instant moment) {
        end = moment;
        return this;
    }

    /** Lets something happen whenever nothing happens. */
    CollectFixture atEachWait(Runnable happening) {
        eachWait = happening;
        return this;
    }

    CollectFixture pacedBy(RateLimiter other) {
        pacing = other;
        return this;
    }

    CollectFixture planning(UnaryOperator<CollectPlan> change) {
        plan = change.apply(plan);
        return this;
    }

    CollectFixture telling(CollectListener other) {
        listener = other;
        return this;
    }

    CollectFixture concurrency(int other) {
        plan = plan.with(other, plan.giveUpAfter());
        return this;
    }

    CollectSummary collectFrom(GenerationSource source) {
        RunEnvironment machine =
                new RunEnvironment(() -> now, () -> monotonic, workers, waiting, random);
        return new CollectGenerations(usedClaims, rereads, source, decoder, pacing, machine)
                .collect(plan, listener, stop);
    }

    /** Nothing happens by itself where all is done by one thread: the time has come. */
    private boolean letTimePass(Semaphore signal, Duration atMost) {
        boolean rang = signal.tryAcquire();
        if (!rang) {
            pass(atMost);
            eachWait.run();
            if (!now.isBefore(end)) {
                stop.request();
            }
        }
        return rang;
    }

    /** Time goes by, for all clocks. */
    void pass(Duration time) {
        now = now.plus(time);
        monotonic = monotonic.plus(time);
    }

    Backlog backlog() {
        return pending.backlog(now);
    }

    /** The document of a sample, as a source hands it out. */
    static FetchOutcome found(GenerationId id) {
        return new FetchOutcome.Found(SampleGenerations.document(id));
    }

    /** A document that is not about what was asked for, or cannot be read. */
    static FetchOutcome found(MetadataDocument document) {
        return new FetchOutcome.Found(document);
    }

    static FetchOutcome unknown(GenerationId id) {
        return new FetchOutcome.NotFound(id, "no such generation");
    }

    /** Waits for what another thread is about to do. */
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
