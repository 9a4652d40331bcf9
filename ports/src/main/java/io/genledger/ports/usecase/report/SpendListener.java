package io.genledger.ports.usecase.report;

/** Receives a report while it is read. An exception ends the report and is thrown to its caller. */
public interface SpendListener {

    /** The report begins. */
    void begin(SpendScope scope);

    /** The next row. */
    void row(ReportedRow row);
}
