package io.genledger.ports.export;

import io.genledger.ports.ledger.LedgerUnavailableException;
import java.util.function.Consumer;

/** Reads entries one by one, with bounded memory. */
public interface ExportReader {

    /**
     * Passes the entry that counts of each selected generation to {@code rows}, the newest first by
     * time of creation; of one microsecond, by descending id. All rows are of the ledger as it was
     * at one moment. With {@link ExportQuery#after}, only generations whose entry is behind it are
     * passed on.
     *
     * @param rows is called on this thread, while the ledger is being read
     * @return the number such that the entries up to it, and no other, were considered; the next
     *     query continues after it
     * @throws LedgerUnavailableException if the ledger cannot be read, or entries of the range were
     *     pruned
     */
    long readCurrent(ExportQuery query, Consumer<ExportRow> rows);

    /**
     * Passes every selected entry behind {@link ExportQuery#after} to {@code rows}, in the order of
     * their numbers: the sum of all rows, cancellations subtracted, is what was added to the
     * ledger.
     *
     * @param rows is called on this thread, while the ledger is being read
     * @return as above
     * @throws LedgerUnavailableException as above
     */
    long readEntries(ExportQuery query, Consumer<ExportRow> rows);
}
