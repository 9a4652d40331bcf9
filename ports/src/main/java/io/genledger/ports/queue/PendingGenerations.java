package io.genledger.ports.queue;

import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.queue.admin.QueueEditor;
import java.time.Instant;
import java.util.Set;

/**
 * The durable queue of generations whose metadata is not fetched yet. Each method is one
 * transaction, and its effect survives a crash. Safe for use by many threads and processes.
 */
public interface PendingGenerations {

    /**
     * Puts ids into the queue, due at once. Idempotent: an id that is in the queue or recorded
     * stays as it is. A given-up or refused id stays so until it is {@linkplain QueueEditor#requeue
     * requeued}, because a log that is read again contains it again. The account of an id in the
     * queue stays as well, although it is tracked again with another one; to change it, forget the
     * id first.
     *
     * @param account the account that the generations are charged to
     * @throws LedgerUnavailableException if nothing could be written
     */
    Tracked track(Set<GenerationId> ids, AccountName account, Instant now);

    /** Tracks ids of {@link AccountName#DEFAULT}. */
    default Tracked track(Set<GenerationId> ids, Instant now) {
        return track(ids, AccountName.DEFAULT, now);
    }

    /**
     * Counts the ids in the queue by state.
     *
     * @throws LedgerUnavailableException if the queue cannot be read
     */
    Backlog backlog(Instant now);

    /**
     * Counts of tracked ids by their state before.
     *
     * @param added new in the queue
     * @param pending pending or claimed before
     * @param recorded recorded before
     * @param givenUp given up or refused before
     */
    record Tracked(int added, int pending, int recorded, int givenUp) {

        /** No ids. */
        public static final Tracked NOTHING = new Tracked(0, 0, 0, 0);

        /** The sum of both. */
        public Tracked plus(Tracked other) {
            return new Tracked(
                    added + other.added,
                    pending + other.pending,
                    recorded + other.recorded,
                    givenUp + other.givenUp);
        }
    }
}
