package io.genledger.ports.usecase;

import io.genledger.ports.Claims;
import io.genledger.ports.GenerationSource;
import io.genledger.ports.MetadataDecoder;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Fetches all that is pending and due, and records it. Each id ends in one verdict, which is
 * durable before it is counted; whatever interrupts a collection, an id without a verdict stays
 * pending.
 */
public final class CollectGenerations {

    private final Claims claims;
    private final GenerationSource source;
    private final MetadataDecoder decoder;
    private final InstantSource clock;
    private final Executor workers;

    /**
     * Collects what {@code claims} shares out from {@code source}, into its ledger.
     *
     * @param workers runs one task per request under way, each on a thread of its own
     */
    public CollectGenerations(
            Claims claims,
            GenerationSource source,
            MetadataDecoder decoder,
            InstantSource clock,
            Executor workers) {
        this.claims = claims;
        this.source = source;
        this.decoder = decoder;
        this.clock = clock;
        this.workers = workers;
    }

    /**
     * Collects until nothing is due any more, the source refuses or is out of reach, or {@code
     * stop} is requested. A stop does not wait for requests under way: their ids are due again at
     * once.
     *
     * <p>A generation that falls due again while others are fetched is asked for again; the
     * listener hears of each verdict, the summary counts the last.
     *
     * <p>A fault of Genledger itself ends the collection and is thrown as it is; the generation
     * that caused it waits a while, so that the next collection reaches the others.
     *
     * @param listener hears of each verdict
     * @throws io.genledger.ports.LedgerUnavailableException if verdicts could not be written; the
     *     ids they were about stay pending
     */
    public CollectSummary collect(CollectPlan plan, CollectListener listener, StopSignal stop) {
        ReadinessSchedule schedule = new ReadinessSchedule(plan.patience());
        FetchStep step = new FetchStep(source, decoder, clock, schedule);
        ClaimedWork work = new ClaimedWork(claims, clock, workers, step, plan.concurrency());
        SourceHealth health = new SourceHealth(plan.concurrency());
        Verdicts verdicts = new Verdicts(claims, listener, clock);
        Runnable wake = work::wake;
        stop.onRequest(wake);
        try {
            while (!stop.isRequested()) {
                if (health.mayAsk()) {
                    work.startMore();
                }
                if (work.isIdle()) {
                    break;
                }
                List<Answer> answers = work.awaitAnswers();
                answers.forEach(health::observe);
                List<Verdicts.Verdict> durable = verdicts.keep(answers);
                work.done(answers);
                verdicts.tell(durable);
                throwFaultIn(answers);
            }
        } catch (RuntimeException | Error failure) {
            releaseAfter(failure, work);
            throw failure;
        } finally {
            stop.forget(wake);
        }
        work.release();
        return verdicts.summary(health.refusal(), health.outage());
    }

    private static void throwFaultIn(List<Answer> answers) {
        for (Answer answer : answers) {
            if (answer instanceof Answer.Broken broken) {
                if (broken.fault() instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) broken.fault();
            }
        }
    }

    /** What is claimed shall not have to wait until the lease runs out. */
    private static void releaseAfter(Throwable failure, ClaimedWork work) {
        try {
            work.release();
        } catch (RuntimeException again) {
            failure.addSuppressed(new IllegalStateException("claims were not released", again));
        }
    }
}
