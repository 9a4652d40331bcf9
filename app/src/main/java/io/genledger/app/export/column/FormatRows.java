package io.genledger.app.export.column;

import io.genledger.ports.usecase.export.Reading;
import io.genledger.ports.usecase.export.RowWriter;
import java.util.List;

/**
 * Writes the rows of one format.
 *
 * @param <R> what it needs of a generation
 */
public interface FormatRows<R> extends RowWriter<R> {

    /** What it needs of the ledger. */
    Reading<R> reading();

    /** What the reader of the file should know about it, in sentences; called after the end. */
    List<String> notes();
}
