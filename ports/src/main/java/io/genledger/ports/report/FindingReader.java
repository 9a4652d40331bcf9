package io.genledger.ports.report;

import io.genledger.domain.audit.AuditReport;
import io.genledger.domain.period.TimeRange;
import io.genledger.ports.ledger.LedgerUnavailableException;
import java.util.function.Consumer;

/**
 * Sums the findings that a ledger keeps with its entries, each generation by its newest revision.
 * Thread-safe.
 */
@FunctionalInterface
public interface FindingReader {

    /**
     * The recorded findings of the generations that were created in {@code range}, exact to the
     * last digit and without decoding a document. The examples of a group are the earliest ones.
     * The generations with undecided rules are passed to {@code undecided}, once each, in no
     * particular order and with bounded memory. All of it is the state of the ledger at one moment.
     *
     * @param undecided must not write to the ledger
     * @throws LedgerUnavailableException if the ledger cannot be read, or keeps a finding of a rule
     *     that this version does not have
     */
    AuditReport summarise(TimeRange range, Consumer<UndecidedFindings> undecided);
}
