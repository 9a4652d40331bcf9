package io.genledger.ports.ledger.admin;

import io.genledger.ports.ledger.LedgerUnavailableException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** The settings of one ledger, the same for all who open it. Thread-safe. */
public interface LedgerSettings {

    /**
     * The time at which the ledger's tables were created, in microseconds. Another ledger at the
     * same address has another time; a copy of a ledger has that of the original.
     *
     * @throws LedgerUnavailableException if the ledger cannot be read
     */
    Instant created();

    /**
     * The reporting time zone: the ledger keeps the sums of its days, and reports use it unless
     * another one is named.
     *
     * @throws LedgerUnavailableException if the ledger cannot be read
     */
    ZoneId timezone();

    /**
     * The zone of a change that was begun and not finished.
     *
     * @throws LedgerUnavailableException if the ledger cannot be read
     */
    Optional<ZoneId> nextTimezone();

    /**
     * How far a change is.
     *
     * @param done the quarters of an hour that are summed by the days of the next zone; 0 or more
     * @param all all from the first to the last with generations; not less than {@code done}
     */
    record ChangeProgress(long done, long all) {}

    /**
     * How far the change is that was begun and not finished; empty if there is none.
     *
     * @throws LedgerUnavailableException if the ledger cannot be read
     */
    Optional<ChangeProgress> changeProgress();

    /**
     * Begins to change the reporting time zone, or goes on with a change to {@code zone}. An
     * unfinished change to another zone is given up. Until {@link #continueChange} has finished,
     * reports and {@link #timezone} use the present zone.
     *
     * @throws LedgerUnavailableException if the ledger cannot be written, or if entries were pruned
     *     ({@link EntryPruning}), whose days cannot be summed again
     */
    void changeTimezone(ZoneId zone);

    /**
     * Sums a part of the ledger by the days of the next zone, in one transaction. The last part
     * makes it the present zone in the same transaction. Recording goes on between the parts.
     *
     * @return false if the change is finished, or was given up
     * @throws LedgerUnavailableException if the ledger cannot be written; calling this again goes
     *     on
     */
    boolean continueChange();
}
