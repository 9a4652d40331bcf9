package io.genledger.ports.usecase.collect;

import io.genledger.ports.document.MetadataDecoder;
import io.genledger.ports.queue.Claims;
import io.genledger.ports.queue.RefreshQueue;
import io.genledger.ports.source.GenerationSource;
import io.genledger.ports.source.RateLimiter;
import io.genledger.ports.usecase.collect.attempt.FetchStep;
import io.genledger.ports.usecase.collect.attempt.FetchWorkers;
import io.genledger.ports.usecase.collect.attempt.LeasedClaims;
import io.genledger.ports.usecase.collect.attempt.Refresher;
import io.genledger.ports.usecase.collect.policy.ReadinessSchedule;
import io.genledger.ports.usecase.collect.policy.SettlementPolicy;
import io.genledger.ports.usecase.collect.policy.SourceGate;
import io.genledger.ports.usecase.runtime.RunEnvironment;
import io.genledger.ports.usecase.runtime.StopSignal;
import java.time.Duration;
import java.util.Optional;

/**
 * Fetches the metadata of ids that are pending and due, and records it. The outcome of an id is
 * committed before it is reported or counted. After an interruption or a crash, an id without a
 * committed outcome is still pending.
 */
public final class CollectGenerations {

    private final Claims claims;
    private final RefreshQueue refreshes;
    private final GenerationSource source;
    private final MetadataDecoder decoder;
    private final RateLimiter rateLimiter;
    private final RunEnvironment runtime;

    /**
     * Claims ids from {@code claims} and fetches them from {@code source}.
     *
     * @param refreshes used only by plans with a refresh age
     * @param rateLimiter grants a permit for each request
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
     * Collects until the end of {@code plan}, until the source refuses, or until {@code stop} is
     * requested. A stop request does not wait for requests under way; their ids are due again at
     * once. A drain request and a timeout wait for them.
     *
     * <p>An id that could not be fetched or decoded is retried a few times within the run. When the
     * source limits the rate, the whole run backs off and then continues.
     *
     * <p>An id may fall due again within the run. The listener receives each of its outcomes; the
     * summary counts the last one.
     *
     * <p>A fault of Genledger itself ends the run and is thrown unchanged. The id that caused it is
     * due again later, so that the next run fetches other ids first.
     *
     * @param listener called by the collecting thread only
     * @throws io.genledger.ports.ledger.LedgerUnavailableException if outcomes could not be
     *     committed; their ids are still pending
     */
    public CollectSummary collect(CollectPlan plan, CollectListener listener, StopSignal stop) {
        Optional<Duration> maxBackoff =
                plan.outlastsOutages() ? Optional.empty() : Optional.of(plan.maxBackoff());
        SourceGate gate =
                new SourceGate(
                        plan.concurrency(), maxBackoff, runtime.monotonic(), runtime.random());
        Claims claimed = plan.account().map(claims::ofAccount).orElse(claims);
        RefreshQueue refreshed = plan.account().map(refreshes::ofAccount).orElse(refreshes);
        LeasedClaims work =
                new LeasedClaims(
                        claimed,
                        new Refresher(refreshed, plan.refreshAfter()),
                        runtime,
                        plan.lease(),
                        plan.concurrency());
        FetchStep step = new FetchStep(source, decoder);
        SettlementPolicy policy = new SettlementPolicy(new ReadinessSchedule(plan.giveUpAfter()));
        return new CollectLoop(
                        plan,
                        stop,
                        runtime,
                        gate,
                        work,
                        new FetchWorkers(work, gate, rateLimiter, step::fetch, runtime),
                        new Settlements(claimed, work, gate, policy, runtime),
                        new Reporter(listener, gate))
                .run();
    }
}
