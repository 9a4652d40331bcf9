package io.genledger.ports.usecase.track;

import io.genledger.ports.queue.PendingGenerations;
import io.genledger.ports.tail.TailPositions;
import io.genledger.ports.tail.TailedText;
import io.genledger.ports.usecase.runtime.RunEnvironment;
import io.genledger.ports.usecase.runtime.StopSignal;
import java.util.List;

/**
 * Acknowledges the generations that growing texts name. A position is noted after the ids before it
 * are durable, never earlier: whatever interrupts this, no id is passed over, and one that is found
 * twice is tracked once.
 */
public final class FollowTexts {

    private final PendingGenerations pending;
    private final TailPositions positions;
    private final RunEnvironment machine;

    /** Tracks into {@code pending}, and notes in {@code positions} how far it came. */
    public FollowTexts(
            PendingGenerations pending, TailPositions positions, RunEnvironment machine) {
        this.pending = pending;
        this.positions = positions;
        this.machine = machine;
    }

    /**
     * Follows {@code texts} until {@code stop} is requested, be it a drain or not. While others use
     * the ledger, it waits. One that cannot be read is looked at again and again, beside the
     * others.
     *
     * @throws io.genledger.ports.ledger.LedgerUnavailableException if ids or a position could not
     *     be written; the next one to follow reads them again
     */
    public void follow(List<TailedText> texts, FollowListener listener, StopSignal stop) {
        TailLoop following = new TailLoop(pending, positions, machine, listener, stop);
        Runnable ring = following::ring;
        stop.onRequest(ring);
        try {
            following.untilTheEnd(texts);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while following", interrupted);
        } finally {
            stop.forget(ring);
        }
    }
}
