package io.genledger.ports.usecase.track;

import io.genledger.ports.queue.PendingGenerations;
import io.genledger.ports.tail.TailPositions;
import io.genledger.ports.tail.TailedText;
import io.genledger.ports.usecase.runtime.RunEnvironment;
import io.genledger.ports.usecase.runtime.StopSignal;
import java.util.List;

/**
 * Tracks the generation ids that tailed texts contain. The offset of a piece is saved after its ids
 * are durable, never before. So an interruption or a crash loses no id; an id that is read twice is
 * tracked once.
 */
public final class TrackTailedTexts {

    private final PendingGenerations pending;
    private final TailPositions positions;
    private final RunEnvironment runtime;

    /** Tracks ids into {@code pending} and saves offsets in {@code positions}. */
    public TrackTailedTexts(
            PendingGenerations pending, TailPositions positions, RunEnvironment runtime) {
        this.pending = pending;
        this.positions = positions;
        this.runtime = runtime;
    }

    /**
     * Tails {@code texts} until {@code stop} is requested, as a stop or as a drain. It waits while
     * the ledger is unavailable with a transient failure. A text that cannot be read is tried
     * again; it does not delay the others.
     *
     * @throws io.genledger.ports.ledger.LedgerUnavailableException if ids or an offset could not be
     *     written; the next run reads them again
     */
    public TailSummary follow(List<TailedText> texts, TailListener listener, StopSignal stop) {
        TailLoop loop = new TailLoop(pending, positions, runtime, listener, stop);
        Runnable wake = loop::wake;
        stop.onRequest(wake);
        try {
            return loop.run(texts);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while tailing", interrupted);
        } finally {
            stop.forget(wake);
        }
    }
}
