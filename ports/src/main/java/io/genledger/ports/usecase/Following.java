package io.genledger.ports.usecase;

import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.generation.GenerationIdScanner;
import io.genledger.ports.FollowedTexts;
import io.genledger.ports.GrowingText;
import io.genledger.ports.LedgerUnavailableException;
import io.genledger.ports.PendingGenerations;
import io.genledger.ports.PendingGenerations.Tracked;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Texts being followed, as the thread sees it that reads one after the other. */
final class Following {

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final PendingGenerations pending;
    private final FollowedTexts positions;
    private final Machine machine;
    private final FollowListener listener;
    private final StopSignal stop;
    private final Semaphore bell = new Semaphore(0);

    /** Why texts cannot be read, by their names. */
    private final Map<String, String> unreadable = new HashMap<>();

    Following(
            PendingGenerations pending,
            FollowedTexts positions,
            Machine machine,
            FollowListener listener,
            StopSignal stop) {
        this.pending = pending;
        this.positions = positions;
        this.machine = machine;
        this.listener = listener;
        this.stop = stop;
    }

    /** Ends a wait. Safe for use by many threads. */
    void ring() {
        bell.release();
    }

    void untilTheEnd(List<GrowingText> texts) throws InterruptedException {
        while (!hasEnded()) {
            boolean grown = false;
            for (GrowingText text : texts) {
                grown |= !hasEnded() && readOn(text);
            }
            if (!grown && !hasEnded()) {
                listener.waits();
                await();
            }
        }
    }

    private boolean hasEnded() {
        return stop.isRequested() || stop.isDrainRequested();
    }

    private void await() throws InterruptedException {
        machine.waiting().forBell(bell, LOOK_EVERY);
    }

    private boolean readOn(GrowingText text) throws InterruptedException {
        Optional<GrowingText.Piece> next = nextOf(text);
        return next.isPresent() && keep(text.name(), next.get());
    }

    /** A text that cannot be read keeps nobody from the others. */
    private Optional<GrowingText.Piece> nextOf(GrowingText text) {
        try {
            Optional<GrowingText.Piece> next = text.next();
            if (unreadable.remove(text.name()) != null) {
                listener.readable(text.name());
            }
            return next;
        } catch (IOException failure) {
            String why = failure.toString();
            if (!why.equals(unreadable.put(text.name(), why))) {
                listener.unreadable(text.name(), failure);
            }
            return Optional.empty();
        }
    }

    private boolean keep(String name, GrowingText.Piece piece) throws InterruptedException {
        if (piece.turn() != GrowingText.Turn.CONTINUED) {
            listener.turned(name, piece.turn());
        }
        Set<GenerationId> ids = GenerationIdScanner.idsIn(piece.text());
        if (!ids.isEmpty()) {
            Tracked tracked = written(() -> pending.track(ids, machine.clock().instant()));
            listener.tracked(name, tracked);
        }
        return written(() -> {
            positions.note(piece.after());
            return true;
        });
    }

    /** Tries again while others use the ledger; a text is not read on meanwhile. */
    private <T> T written(Supplier<T> write) throws InterruptedException {
        String told = "";
        while (true) {
            try {
                return write.get();
            } catch (LedgerUnavailableException failure) {
                if (!failure.mayPass() || hasEnded()) {
                    throw failure;
                }
                String why = String.valueOf(failure.getMessage());
                if (!why.equals(told)) {
                    listener.waitsForLedger(why);
                }
                told = why;
                await();
            }
        }
    }
}
