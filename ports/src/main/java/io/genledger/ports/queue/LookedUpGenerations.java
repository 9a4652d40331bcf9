package io.genledger.ports.queue;

import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.ledger.LedgerUnavailableException;
import java.time.Instant;

/**
 * The ids in the queue that are there only because they were looked up. Their number is limited,
 * because a client can look up any id. Safe for use by many threads and processes.
 */
@FunctionalInterface
public interface LookedUpGenerations {

    /** The outcome of one look-up. */
    enum Outcome {
        /** It is in the queue now, due at once; it survives a crash. */
        TRACKED,
        /** It was in the queue, in any state, or recorded before; nothing changed. */
        KNOWN,
        /** Too many are pending; nothing changed. */
        FULL
    }

    /**
     * Puts an id into the queue that the ledger does not know. It counts as looked up until it is
     * {@linkplain PendingGenerations#track tracked} or {@linkplain
     * io.genledger.ports.queue.admin.QueueEditor#requeue requeued}.
     *
     * @param account the account that the generation is charged to
     * @param most the largest number of looked-up ids that may be pending, claimed ones included; 1
     *     or more. Several processes together may exceed it by those that they add in a second
     * @throws LedgerUnavailableException if nothing could be written
     */
    Outcome track(GenerationId id, AccountName account, Instant now, int most);
}
