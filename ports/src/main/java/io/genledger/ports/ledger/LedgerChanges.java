package io.genledger.ports.ledger;

import io.genledger.domain.generation.GenerationId;
import java.util.List;

/**
 * Tells what was recorded in a ledger, by this and by other processes, to a program that asks every
 * second or so. It keeps no other transaction waiting. Thread-safe.
 */
@FunctionalInterface
public interface LedgerChanges {

    /**
     * The entries behind {@code after} that were recorded, in their order. An entry is held back as
     * long as an earlier one may still be committed, so that none is passed over.
     *
     * @param after the number of an entry, such as {@link Changes#end} of the last call; 0 for the
     *     beginning, {@link Long#MAX_VALUE} for no entries
     * @param most the largest number of entries; 1 or more
     * @throws LedgerUnavailableException if the ledger cannot be read
     */
    Changes since(long after, int most);

    /**
     * What has changed.
     *
     * @param entries the recorded entries
     * @param end where the next call goes on; if there were {@code most} entries, the last of them.
     *     It never falls below the argument, unless that is behind all entries
     * @param state differs from the last call's if anything in the ledger has changed since, such
     *     as an entry or the queue; it may differ without a change. It was read before the entries
     */
    record Changes(List<Change> entries, long end, String state) {}

    /**
     * One recorded entry.
     *
     * @param number its number in the sequence of entries; 1 or more
     * @param id its generation
     * @param isCorrection whether it replaces an earlier revision
     */
    record Change(long number, GenerationId id, boolean isCorrection) {}
}
