package io.genledger.ports.usecase;

import io.genledger.ports.FollowedTexts;
import io.genledger.ports.GrowingText;
import io.genledger.ports.PendingGenerations;
import java.util.List;

/**
 * Acknowledges the generations that growing texts name. A position is noted after the ids before it
 * are durable, never earlier: whatever interrupts this, no id is passed over, and one that is found
 * twice is tracked once.
 */
public final class FollowTexts {

    private final PendingGenerations pending;
    private final FollowedTexts positions;
    private final Machine machine;

    /** Tracks into {@code pending}, and notes in {@code positions} how far it came. */
    public FollowTexts(PendingGenerations pending, FollowedTexts positions, Machine machine) {
        this.pending = pending;
        this.positions = positions;
        this.machine = machine;
    }

    /**
     * Follows {@code texts} until {@code stop} is requested, be it a drain or not. While others use
     * the ledger, it waits. One that cannot be read is looked at again and again, beside the
     * others.
     *
     * @throws io.genledger.ports.LedgerUnavailableException if ids or a position could not be
     *     written; the next one to follow reads them again
     */
    public void follow(List<GrowingText> texts, FollowListener listener, StopSignal stop) {
        Following following = new Following(pending, positions, machine, listener, stop);
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
