package io.genledger.ports.usecase;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.Backlog;
import io.genledger.ports.Claims;
import io.genledger.ports.FetchOutcome;
import io.genledger.ports.GenerationSource;
import io.genledger.ports.MetadataDecoder;
import io.genledger.ports.MetadataDocument;
import io.genledger.ports.Pacing;
import io.genledger.ports.testkit.InMemoryLedger;
import io.genledger.ports.testkit.InMemoryPendingGenerations;
import io.genledger.ports.testkit.InMemoryRereads;
import io.genledger.ports.testkit.SampleDecoder;
import io.genledger.ports.testkit.SampleGenerations;
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
final class CollectRoom {

    /** Ten seconds after the second that the sample ids carry. */
    static final Instant NOW = Instant.parse("2025-08-20T08:02:17Z");

    final InMemoryLedger ledger = new InMemoryLedger();
    final InMemoryPendingGenerations pending = new InMemoryPendingGenerations(ledger);
    private final InMemoryRereads rereads = new InMemoryRereads(ledger, pending);
    final List<String> told = new ArrayList<>();
    final StopSignal stop = new StopSignal();

    /** The time of day; who sets it changes nothing about how much time goes by. */
    volatile Instant now = NOW;

    private volatile Instant steady = NOW;
    private final Random random = new Random(20251106);
    private Claims usedClaims = pending;
    private MetadataDecoder decoder = new SampleDecoder();
    private Executor workers = Runnable::run;
    private Waiting waiting = this::letTimePass;
    private Pacing pacing = Pacing.UNLIMITED;
    CollectPlan plan = CollectPlan.DEFAULT.with(4, Duration.ofMinutes(15));
    private CollectListener listener =
            (id, result, reason) -> told.add(number(id) + " " + result + " " + reason);
    private Runnable eachWait = () -> {};
    private Instant end = Instant.MAX;

    /** Tracks the samples {@code 1} to {@code count}, one after the other. */
    CollectRoom tracking(int count) {
        for (int number : IntStream.rangeClosed(1, count).toArray()) {
            pending.track(
                    Set.of(SampleGenerations.id(number)),
                    NOW.minus(Duration.ofNanos(count - number)));
        }
        return this;
    }

    CollectRoom with(Claims other) {
        usedClaims = other;
        return this;
    }

    CollectRoom decodingBy(MetadataDecoder other) {
        decoder = other;
        return this;
    }

    /** On threads, who wait for each other for real. */
    CollectRoom on(Executor other) {
        workers = other;
        waiting = Waiting.REAL;
        return this;
    }

    /** Asks for the end when the time has come. */
    CollectRoom stoppingAt(Instant moment) {
        end = moment;
        return this;
    }

    /** Lets something happen whenever nothing happens. */
    CollectRoom atEachWait(Runnable happening) {
        eachWait = happening;
        return this;
    }

    CollectRoom pacedBy(Pacing other) {
        pacing = other;
        return this;
    }

    CollectRoom planning(UnaryOperator<CollectPlan> change) {
        plan = change.apply(plan);
        return this;
    }

    CollectRoom telling(CollectListener other) {
        listener = other;
        return this;
    }

    CollectRoom concurrency(int other) {
        plan = plan.with(other, plan.patience());
        return this;
    }

    CollectSummary collectFrom(GenerationSource source) {
        Machine machine = new Machine(() -> now, () -> steady, workers, waiting, random);
        return new CollectGenerations(usedClaims, rereads, source, decoder, pacing, machine)
                .collect(plan, listener, stop);
    }

    /** Nothing happens by itself where all is done by one thread: the time has come. */
    private boolean letTimePass(Semaphore bell, Duration atMost) {
        boolean rang = bell.tryAcquire();
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
        steady = steady.plus(time);
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
        return new FetchOutcome.Unknown(id, "no such generation");
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
