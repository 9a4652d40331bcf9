package io.genledger.ports.usecase.collect;

import io.genledger.ports.document.MetadataDecoder;
import io.genledger.ports.queue.Claims;
import io.genledger.ports.queue.RefreshQueue;
import io.genledger.ports.source.GenerationSource;
import io.genledger.ports.source.RateLimiter;
import io.genledger.ports.usecase.collect.backoff.Jitter;
import io.genledger.ports.usecase.collect.backoff.ReadinessSchedule;
import io.genledger.ports.usecase.collect.backoff.RetryPolicy;
import io.genledger.ports.usecase.collect.backoff.SourceGate;
import io.genledger.ports.usecase.runtime.RunEnvironment;
import io.genledger.ports.usecase.runtime.StopSignal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Fetches all that is pending and due, and records it. Each id ends in one verdict, which is
 * durable before it is counted; whatever interrupts a collection, an id without a verdict stays
 * pending.
 */
public final class CollectGenerations {

    private final Claims claims;
    private final RefreshQueue refreshes;
    private final GenerationSource source;
    private final MetadataDecoder decoder;
    private final RateLimiter rateLimiter;
    private final RunEnvironment runtime;

    /**
     * Collects what {@code claims} shares out from {@code source}, into its ledger.
     *
     * @param refreshes are asked only by a plan that has an age to settle at
     */
    public CollectGenerations(
            Claims claims,
            RefreshQueue refreshes,
            GenerationSource source,
            MetadataDecoder decoder,
            RateLimiter rateLimiter,
            RunEnvironment runtime) {
        this.claims = claims;
        this.refreshes = refreshes;
        this.source = source;
        this.decoder = decoder;
        this.rateLimiter = rateLimiter;
        this.runtime = runtime;
    }

    /**
     * Collects until nothing is due any more, the source refuses or is out of reach, or {@code
     * stop} is requested; a plan that keeps going ends by refusal or request only. A stop does not
     * wait for requests under way: their ids are due again at once. A drain does.
     *
     * <p>What could not be fetched or read is asked for again, a few times within the collection.
     * When the source asks to be left alone, the whole collection rests, and then goes on.
     *
     * <p>A generation that falls due again while others are fetched is asked for again; the
     * listener hears of each verdict, the summary counts the last.
     *
     * <p>A fault of Genledger itself ends the collection and is thrown as it is; the generation
     * that caused it waits a while, so that the next collection reaches the others.
     *
     * @param listener hears of each verdict
     * @throws io.genledger.ports.ledger.LedgerUnavailableException if verdicts could not be
     *     written; the ids they were about stay pending
     */
    public CollectSummary collect(CollectPlan plan, CollectListener listener, StopSignal stop) {
        InstantSource clock = runtime.clock();
        InstantSource monotonic = runtime.monotonic();
        Jitter jitter = new Jitter(runtime.random());
        Optional<Duration> maxBackoff =
                plan.watch() ? Optional.empty() : Optional.of(plan.maxBackoff());
        SourceGate gate = new SourceGate(plan.concurrency(), maxBackoff, monotonic, jitter);
        RetryPolicy retries = new RetryPolicy(gate, jitter);
        ReadinessSchedule schedule = new ReadinessSchedule(plan.giveUpAfter(), jitter);
        SettlementPolicy policy = new SettlementPolicy(schedule, retries, clock);
        FetchStep step = new FetchStep(source, decoder, policy);
        LeasedClaims work = new LeasedClaims(claims, clock, monotonic, plan);
        return new CollectLoop(
                        plan,
                        listener,
                        stop,
                        runtime,
                        gate,
                        work,
                        new FetchWorkers(work, gate, rateLimiter, step::ask, runtime),
                        retries,
                        policy,
                        new Refresher(refreshes, plan.refreshAfter(), clock, monotonic),
                        new OutcomeRecorder(claims, listener, policy))
                .run();
    }
}
