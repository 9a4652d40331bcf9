package io.genledger.app.export.column;

import io.genledger.ports.usecase.export.RowWriter;
import java.util.List;

/** Writes the rows of one format. */
public interface FormatRows extends RowWriter {

    /** What the reader of the file should know about it, in sentences; called after the end. */
    List<String> notes();
}
