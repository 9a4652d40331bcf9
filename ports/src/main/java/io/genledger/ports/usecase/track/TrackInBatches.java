package io.genledger.ports.usecase.track;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.PendingGenerations.Tracked;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Tracks a stream of generation ids in batches, one transaction each, with bounded memory. A second
 * occurrence of an id is ignored within its batch and counts as pending after it. For use by one
 * thread.
 */
public final class TrackInBatches implements Consumer<GenerationId> {

    /** Large, because a transaction takes about as long as a thousand ids. */
    static final int BATCH = 10_000;

    private final TrackGenerations track;
    private final Set<GenerationId> batch = new LinkedHashSet<>();
    private Tracked tracked = Tracked.NOTHING;

    /** Tracks through {@code track}. */
    public TrackInBatches(TrackGenerations track) {
        this.track = track;
    }

    /**
     * Adds an id to the batch. It is durable when {@link #end} returns, or earlier.
     *
     * @throws io.genledger.ports.ledger.LedgerUnavailableException if a batch was not tracked
     */
    @Override
    public void accept(GenerationId id) {
        batch.add(id);
        if (batch.size() == BATCH) {
            flush();
        }
    }

    /**
     * Tracks the last batch. When this returns, all ids survive a crash.
     *
     * @return counts over all batches
     * @throws io.genledger.ports.ledger.LedgerUnavailableException if the last batch was not
     *     tracked
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
