package io.genledger.ports.usecase.track;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.PendingGenerations.Tracked;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Acknowledges generations as they come, many in one transaction, so that any number of them fits
 * into little memory. An id that comes again counts once if it does so soon, else as pending. For
 * use by one thread.
 */
public final class TrackInBatches implements Consumer<GenerationId> {

    /** A transaction costs about as much as a thousand ids. */
    static final int BATCH = 10_000;

    private final TrackGenerations track;
    private final Set<GenerationId> batch = new LinkedHashSet<>();
    private Tracked tracked = Tracked.NOTHING;

    /** Tracks through {@code track}. */
    public TrackInBatches(TrackGenerations track) {
        this.track = track;
    }

    /**
     * Takes one more; it is acknowledged by {@link #end} at the latest.
     *
     * @throws io.genledger.ports.ledger.LedgerUnavailableException if a batch was not acknowledged
     */
    @Override
    public void accept(GenerationId id) {
        batch.add(id);
        if (batch.size() == BATCH) {
            flush();
        }
    }

    /**
     * Acknowledges the rest: when this returns, none of all that came will be lost.
     *
     * @return what became of them
     * @throws io.genledger.ports.ledger.LedgerUnavailableException if the rest was not acknowledged
     */
    public Tracked end() {
        flush();
        return tracked;
    }

    private void flush() {
        if (!batch.isEmpty()) {
            tracked = tracked.plus(track.track(Set.copyOf(batch)));
            batch.clear();
        }
    }
}
