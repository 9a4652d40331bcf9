package io.genledger.ports.usecase.export;

import io.genledger.ports.export.ExportRow;
import java.io.IOException;

/** Writes rows in one format, one after another, with bounded memory. */
public interface RowWriter {

    /** Writes what comes before the rows. */
    void begin() throws IOException;

    /**
     * Writes a row.
     *
     * @return false if the format cannot hold it, so that it is left out
     */
    boolean row(ExportRow row) throws IOException;

    /** Writes what comes after the rows. The stream stays open. */
    void end() throws IOException;
}
