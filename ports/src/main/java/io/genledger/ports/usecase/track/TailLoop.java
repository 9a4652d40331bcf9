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

/** The tailing thread of one run: reads the texts, tracks their ids, saves their offsets. */
final class TailLoop {

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final PendingGenerations pending;
    private final TailPositions positions;
    private final RunEnvironment runtime;
    private final TailListener listener;
    private final StopSignal stop;
    private final Semaphore signal = new Semaphore(0);

    /** Why a text cannot be read, by its name. */
    private final Map<String, String> unreadable = new HashMap<>();

    private Tracked total = Tracked.NOTHING;
    private int lost;

    TailLoop(
            PendingGenerations pending,
            TailPositions positions,
            RunEnvironment runtime,
            TailListener listener,
            StopSignal stop) {
        this.pending = pending;
        this.positions = positions;
        this.runtime = runtime;
        this.listener = listener;
        this.stop = stop;
    }

    /** Ends a wait. Thread-safe. */
    void wake() {
        signal.release();
    }

    TailSummary run(List<TailedText> texts) throws InterruptedException {
        while (!isStopped()) {
            boolean grown = false;
            for (TailedText text : texts) {
                grown |= !isStopped() && readMore(text);
            }
            if (!grown && !isStopped()) {
                listener.idle();
                await();
            }
        }
        return new TailSummary(total, lost, unreadable.keySet());
    }

    private boolean isStopped() {
        return stop.isRequested() || stop.isDrainRequested();
    }

    private void await() throws InterruptedException {
        runtime.waiter().await(signal, LOOK_EVERY);
    }

    private boolean readMore(TailedText text) throws InterruptedException {
        Optional<TailedText.Piece> next = nextOf(text);
        return next.isPresent() && track(text.name(), next.get());
    }

    /** A text that cannot be read must not delay the others. */
    private Optional<TailedText.Piece> nextOf(TailedText text) {
        try {
            Optional<TailedText.Piece> next = text.next();
            if (unreadable.remove(text.name()) != null) {
                listener.readable(text.name());
            }
            return next;
        } catch (IOException failure) {
            String reason = failure.toString();
            if (!reason.equals(unreadable.put(text.name(), reason))) {
                listener.unreadable(text.name(), failure);
            }
            return Optional.empty();
        }
    }

    private boolean track(String name, TailedText.Piece piece) throws InterruptedException {
        if (piece.change() != TailedText.Change.CONTINUED) {
            listener.changed(name, piece.change());
        }
        lost += piece.change() == TailedText.Change.LOST ? 1 : 0;
        Set<GenerationId> ids = GenerationIdScanner.idsIn(piece.text());
        if (!ids.isEmpty()) {
            Tracked tracked = written(() -> pending.track(ids, runtime.clock().instant()));
            total = total.plus(tracked);
            listener.tracked(name, tracked);
        }
        return written(() -> {
            positions.save(piece.after());
            return true;
        });
    }

    /** Tries again while the ledger is unavailable; the text is not read meanwhile. */
    private <T> T written(Supplier<T> write) throws InterruptedException {
        String reported = "";
        while (true) {
            try {
                return write.get();
            } catch (LedgerUnavailableException failure) {
                if (!failure.isTransient() || isStopped()) {
                    throw failure;
                }
                String reason = String.valueOf(failure.getMessage());
                if (!reason.equals(reported)) {
                    listener.ledgerUnavailable(reason);
                }
                reported = reason;
                await();
            }
        }
    }
}
