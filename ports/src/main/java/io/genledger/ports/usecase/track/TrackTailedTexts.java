package io.genledger.ports.usecase.track;

import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.generation.GenerationIdScanner;
import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.queue.PendingGenerations;
import io.genledger.ports.queue.PendingGenerations.Tracked;
import io.genledger.ports.tail.TailPositions;
import io.genledger.ports.tail.TailedText;
import io.genledger.ports.tail.TailedText.Change;
import io.genledger.ports.usecase.runtime.LedgerWait;
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

/**
 * Tracks the generation ids that tailed texts contain. The offset of a piece is saved after its ids
 * are durable, never before. So an interruption or a crash loses no id; an id that is read twice is
 * tracked once.
 */
public final class TrackTailedTexts {

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final PendingGenerations pending;
    private final AccountName account;
    private final TailPositions positions;
    private final RunEnvironment runtime;

    /**
     * Tracks ids of {@code account} into {@code pending} and saves offsets in {@code positions}.
     */
    public TrackTailedTexts(
            PendingGenerations pending,
            AccountName account,
            TailPositions positions,
            RunEnvironment runtime) {
        this.pending = pending;
        this.account = account;
        this.positions = positions;
        this.runtime = runtime;
    }

    /**
     * Tails {@code texts} until {@code stop} is requested, as a stop or as a drain. It waits while
     * the ledger is unavailable with a transient failure. A text that cannot be read is tried
     * again; it does not delay the others.
     *
     * @throws LedgerUnavailableException if ids or an offset could not be written; the next run
     *     reads them again
     */
    public TailSummary follow(List<TailedText> texts, TailListener listener, StopSignal stop) {
        Run run = new Run(listener, stop);
        Runnable wake = run.signal::release;
        stop.onRequest(wake);
        try {
            return run.until(texts);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while tailing", interrupted);
        } finally {
            stop.forget(wake);
        }
    }

    /** One run, on one thread. */
    private final class Run {

        private final TailListener listener;
        private final StopSignal stop;
        private final Semaphore signal = new Semaphore(0);
        private final LedgerWait wait;

        /** Why a text cannot be read, by its name. */
        private final Map<String, String> unreadable = new HashMap<>();

        private Tracked total = Tracked.NOTHING;
        private int lost;

        Run(TailListener listener, StopSignal stop) {
            this.listener = listener;
            this.stop = stop;
            this.wait =
                    new LedgerWait(runtime, stop, Optional.empty(), listener::ledgerUnavailable);
        }

        TailSummary until(List<TailedText> texts) throws InterruptedException {
            while (!isStopped()) {
                boolean grown = false;
                for (TailedText text : texts) {
                    Optional<TailedText.Piece> next = isStopped() ? Optional.empty() : nextOf(text);
                    grown |= next.isPresent();
                    if (next.isPresent()) {
                        track(text.name(), next.get());
                    }
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

        private void track(String name, TailedText.Piece piece) {
            if (piece.change() != Change.CONTINUED) {
                listener.changed(name, piece.change());
                lost += piece.change() == Change.LOST ? 1 : 0;
            }
            Set<GenerationId> ids = GenerationIdScanner.idsIn(piece.text());
            if (!ids.isEmpty()) {
                Tracked tracked =
                        wait.written(() -> pending.track(ids, account, runtime.clock().instant()));
                total = total.plus(tracked);
                listener.tracked(name, tracked);
            }
            wait.written(() -> {
                positions.save(piece.after());
                return true;
            });
        }
    }
}
