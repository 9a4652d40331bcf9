package io.genledger.ports.usecase.export;

import java.io.IOException;

/**
 * Writes rows in one format, one after another, with bounded memory.
 *
 * @param <R> a row
 */
public interface RowWriter<R> {

    /** Writes what comes before the rows. */
    void begin() throws IOException;

    /**
     * Writes a row.
     *
     * @return false if the format cannot hold it, so that it is left out
     */
    boolean row(R row) throws IOException;

    /** Writes what comes after the rows. The stream stays open. */
    void end() throws IOException;
}
