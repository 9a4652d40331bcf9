package io.genledger.ports.report;

import io.genledger.ports.ledger.LedgerUnavailableException;
import java.time.Instant;
import java.util.Optional;

/** Reads the condition of a ledger. */
public interface StatusReader {

    /**
     * The tracked ids that have no record yet and will be fetched.
     *
     * @param ids their number; 0 or more
     * @param oldest the time at which the oldest of them was first tracked; empty if there are none
     */
    record Waiting(long ids, Optional<Instant> oldest) {}

    /**
     * The tables of a ledger.
     *
     * @param schemaVersion the version of the tables
     * @param bytes the size of the tables with their indexes; 0 or more
     */
    record Storage(int schemaVersion, long bytes) {}

    /**
     * Counts the ids that are pending or claimed, without recorded generations that are refreshed.
     *
     * @throws LedgerUnavailableException if the ledger cannot be read
     */
    Waiting waiting();

    /**
     * The time at which the newest fetched record was received; empty if none of the newest 100,000
     * entries was fetched. A refresh that found the record unchanged is no entry.
     *
     * @throws LedgerUnavailableException if the ledger cannot be read
     */
    Optional<Instant> lastFetch();

    /**
     * The version and the size of the tables.
     *
     * @throws LedgerUnavailableException if the ledger cannot be read
     */
    Storage storage();
}
