package io.genledger.ports.queue;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.queue.admin.QueueEditor;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The durable queue of generations whose metadata is still to be fetched. Every method is one
 * transaction; what it did survives a crash. Safe for use by many threads and processes.
 */
public interface PendingGenerations {

    /**
     * Puts ids into the queue, due at once; when this returns, they are acknowledged. One that was
     * given up or refused stays so until somebody {@linkplain QueueEditor#requeue revives} it: a
     * log that names it once more, perhaps because it was given up, says nothing new.
     *
     * @throws LedgerUnavailableException if nothing could be written
     */
    Tracked track(Set<GenerationId> ids, Instant now);

    /**
     * How many ids wait, and for what.
     *
     * @throws LedgerUnavailableException if the queue cannot be read
     */
    Backlog backlog(Instant now);

    /**
     * From when on a claim may bring something: when the first id is due that nobody claims, or the
     * first lease runs out. May be past; empty when nothing waits. Costs nothing to speak of,
     * however long the queue is.
     *
     * @throws LedgerUnavailableException if the queue cannot be read
     */
    Optional<Instant> nextDue();

    /**
     * What tracking did, in numbers of ids.
     *
     * @param added are new in the queue
     * @param pending were waiting already
     * @param kept are in the ledger already
     * @param ended were given up or refused before
     */
    record Tracked(int added, int pending, int kept, int ended) {

        /** Without ids. */
        public static final Tracked NOTHING = new Tracked(0, 0, 0, 0);

        /** Both together. */
        public Tracked plus(Tracked other) {
            return new Tracked(
                    added + other.added,
                    pending + other.pending,
                    kept + other.kept,
                    ended + other.ended);
        }
    }
}
