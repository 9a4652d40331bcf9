package io.genledger.app.view.spend;

/** Writes a report in one format while it is read. */
public interface ReportWriter {

    /** Writes what stands before the rows. */
    void begin(ReportHead head);

    /** Writes the next row. */
    void row(ReportRow row);

    /** Writes what stands after the rows. */
    void end(ReportEnd end);
}
