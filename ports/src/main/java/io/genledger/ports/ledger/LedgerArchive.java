package io.genledger.ports.ledger;

import io.genledger.domain.period.TimeRange;
import java.util.function.Consumer;

/** Reads all recorded generations of a ledger. Thread-safe. */
@FunctionalInterface
public interface LedgerArchive {

    /**
     * Passes the newest revision of each recorded generation to {@code reader}, once each, in no
     * particular order and with bounded memory. A generation that is recorded meanwhile may or may
     * not be among them.
     *
     * @param range selects generations by their time of creation in microseconds
     * @throws LedgerUnavailableException if the ledger cannot be read
     */
    void read(TimeRange range, Consumer<Revision> reader);
}
