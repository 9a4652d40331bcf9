package io.genledger.ports.usecase;

import io.genledger.ports.Claims;
import io.genledger.ports.GenerationSource;
import io.genledger.ports.MetadataDecoder;
import io.genledger.ports.Pacing;
import io.genledger.ports.Rereads;
import java.time.InstantSource;

/**
 * Fetches all that is pending and due, and records it. Each id ends in one verdict, which is
 * durable before it is counted; whatever interrupts a collection, an id without a verdict stays
 * pending.
 */
public final class CollectGenerations {

    private final Claims claims;
    private final Rereads rereads;
    private final GenerationSource source;
    private final MetadataDecoder decoder;
    private final Pacing pacing;
    private final Machine machine;

    /**
     * Collects what {@code claims} shares out from {@code source}, into its ledger.
     *
     * @param rereads are asked only by a plan that has an age to settle at
     */
    public CollectGenerations(
            Claims claims,
            Rereads rereads,
            GenerationSource source,
            MetadataDecoder decoder,
            Pacing pacing,
            Machine machine) {
        this.claims = claims;
        this.rereads = rereads;
        this.source = source;
        this.decoder = decoder;
        this.pacing = pacing;
        this.machine = machine;
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
     * @throws io.genledger.ports.LedgerUnavailableException if verdicts could not be written; the
     *     ids they were about stay pending
     */
    public CollectSummary collect(CollectPlan plan, CollectListener listener, StopSignal stop) {
        InstantSource clock = machine.clock();
        InstantSource steady = machine.steady();
        Jitter jitter = new Jitter(machine.random());
        SourceHealth health = new SourceHealth(plan, steady, jitter);
        ReadinessSchedule schedule = new ReadinessSchedule(plan.patience(), jitter);
        Retries retries = new Retries(health, clock, steady, jitter);
        FetchStep step = new FetchStep(source, decoder, clock, schedule, retries);
        ClaimedWork work = new ClaimedWork(claims, clock, steady, plan);
        return new Collecting(
                        plan,
                        listener,
                        stop,
                        machine,
                        health,
                        work,
                        new Askers(work, health, pacing, step::ask, machine),
                        retries,
                        new Settling(rereads, plan.settling(), clock, steady),
                        new Verdicts(claims, listener, clock))
                .run();
    }
}
