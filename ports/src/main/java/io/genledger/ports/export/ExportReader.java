package io.genledger.ports.export;

import io.genledger.ports.ledger.EntriesPrunedException;
import io.genledger.ports.ledger.LedgerUnavailableException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads entries one by one, with bounded memory. All rows of one call are of the ledger as it was
 * at one moment. Thread-safe.
 */
public interface ExportReader {

    /**
     * Passes the entry that counts of each selected generation to {@code rows}: the last one that
     * was recorded until {@link ExportQuery#asOf} and that is not behind the end of {@link
     * ExportQuery#span}. A generation whose entry that counts lies before the span is left out: it
     * did not change in the span.
     *
     * @param rows is called on this thread, while the ledger is being read; what it throws is
     *     thrown as it is
     * @return the moment before which the entries of generations were pruned, so that these are
     *     missing; empty if none are
     * @throws EntriesPrunedException if the range begins before that moment
     * @throws LedgerUnavailableException if the ledger cannot be read
     */
    Optional<Instant> readCurrent(ExportQuery query, Consumer<ExportRow> rows);

    /**
     * Passes every selected entry to {@code rows}, cancellations included: the sum of all rows,
     * cancellations subtracted, is what the span added to the ledger.
     *
     * @param rows as above
     * @return as above
     * @throws EntriesPrunedException as above
     * @throws LedgerUnavailableException as above
     */
    Optional<Instant> readEntries(ExportQuery query, Consumer<ExportRow> rows);

    /**
     * Passes the documents of the rows of {@link #readCurrent} in their order, and reads nothing
     * else.
     *
     * @param documents gets each document byte for byte, which it does not change; empty if it was
     *     erased or pruned. Else as above
     * @return as above
     * @throws EntriesPrunedException as above
     * @throws LedgerUnavailableException as above
     */
    Optional<Instant> readDocuments(ExportQuery query, Consumer<Optional<byte[]>> documents);
}
