package io.genledger.app.service.collect;

import io.genledger.ports.usecase.collect.CollectListener;
import io.genledger.ports.usecase.collect.CollectSummary;

/** Shows the progress of a collection. */
public interface CollectDisplay extends CollectListener, AutoCloseable {

    /** The counts of the last progress. */
    CollectSummary summary();

    /** Shows the delays that were held back; then erases the status line, or logs the end. */
    @Override
    void close();
}
