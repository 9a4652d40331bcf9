package io.genledger.ports.usecase;

import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.generation.GenerationIdScanner;
import io.genledger.ports.FollowedTexts;
import io.genledger.ports.GrowingText;
import io.genledger.ports.PendingGenerations;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;

/**
 * Acknowledges the generations that growing texts name. A position is noted after the ids before it
 * are durable, never earlier: whatever interrupts this, no id is passed over, and one that is found
 * twice is tracked once.
 */
public final class FollowTexts {

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

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
     * Follows {@code texts} until {@code stop} is requested, be it a drain or not.
     *
     * @throws IOException if one cannot be read
     * @throws io.genledger.ports.LedgerUnavailableException if ids or a position could not be
     *     written; the next one to follow reads them again
     */
    public void follow(List<GrowingText> texts, FollowListener listener, StopSignal stop)
            throws IOException {
        Semaphore bell = new Semaphore(0);
        Runnable ring = bell::release;
        stop.onRequest(ring);
        try {
            while (!hasEnded(stop)) {
                boolean grown = false;
                for (GrowingText text : texts) {
                    grown |= !hasEnded(stop) && readOn(text, listener);
                }
                if (!grown && !hasEnded(stop)) {
                    listener.waits();
                    machine.waiting().forBell(bell, LOOK_EVERY);
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while following", interrupted);
        } finally {
            stop.forget(ring);
        }
    }

    private static boolean hasEnded(StopSignal stop) {
        return stop.isRequested() || stop.isDrainRequested();
    }

    private boolean readOn(GrowingText text, FollowListener listener) throws IOException {
        Optional<GrowingText.Piece> next = text.next();
        if (next.isEmpty()) {
            return false;
        }
        GrowingText.Piece piece = next.get();
        if (piece.turn() != GrowingText.Turn.CONTINUED) {
            listener.turned(text.name(), piece.turn());
        }
        Set<GenerationId> ids = GenerationIdScanner.idsIn(piece.text());
        if (!ids.isEmpty()) {
            listener.tracked(text.name(), pending.track(ids, machine.clock().instant()));
        }
        positions.note(piece.after());
        return true;
    }
}
