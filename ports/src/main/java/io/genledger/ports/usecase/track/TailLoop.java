package io.genledger.ports.usecase.track;

import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.generation.GenerationIdScanner;
import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.queue.PendingGenerations;
import io.genledger.ports.queue.PendingGenerations.Tracked;
import io.genledger.ports.tail.TailPositions;
import io.genledger.ports.tail.TailedText;
import io.genledger.ports.usecase.runtime.RunEnvironment;
import io.genledger.ports.usecase.runtime.StopSignal;
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
final class TailLoop {

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final PendingGenerations pending;
    private final TailPositions positions;
    private final RunEnvironment machine;
    private final FollowListener listener;
    private final StopSignal stop;
    private final Semaphore signal = new Semaphore(0);

    /** Why texts cannot be read, by their names. */
    private final Map<String, String> unreadable = new HashMap<>();

    TailLoop(
            PendingGenerations pending,
            TailPositions positions,
            RunEnvironment machine,
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
        signal.release();
    }

    void untilTheEnd(List<TailedText> texts) throws InterruptedException {
        while (!hasEnded()) {
            boolean grown = false;
            for (TailedText text : texts) {
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
        machine.waiter().await(signal, LOOK_EVERY);
    }

    private boolean readOn(TailedText text) throws InterruptedException {
        Optional<TailedText.Piece> next = nextOf(text);
        return next.isPresent() && keep(text.name(), next.get());
    }

    /** A text that cannot be read keeps nobody from the others. */
    private Optional<TailedText.Piece> nextOf(TailedText text) {
        try {
            Optional<TailedText.Piece> next = text.next();
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

    private boolean keep(String name, TailedText.Piece piece) throws InterruptedException {
        if (piece.change() != TailedText.Change.CONTINUED) {
            listener.changed(name, piece.change());
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
                if (!failure.isTransient() || hasEnded()) {
                    throw failure;
                }
                String why = String.valueOf(failure.getMessage());
                if (!why.equals(told)) {
                    listener.ledgerUnavailable(why);
                }
                told = why;
                await();
            }
        }
    }
}
