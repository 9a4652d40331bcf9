package io.genledger.ports.ledger;

import io.genledger.domain.report.TimeRange;
import java.util.function.Consumer;

/** All that a ledger keeps, to be gone through. Safe for use by many threads. */
@FunctionalInterface
public interface LedgerArchive {

    /**
     * Hands on the newest revision of each kept generation, once each and in no particular order,
     * with memory for a few at a time. What is recorded meanwhile may or may not be among them.
     *
     * @param range which generations, by their time of creation
     * @throws LedgerUnavailableException if the ledger cannot be read
     */
    void read(TimeRange range, Consumer<Revision> reader);
}
