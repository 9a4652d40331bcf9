package io.genledger.app.cli.collect;

import io.genledger.ports.usecase.collect.CollectListener;

/** Shows the progress of a collection. */
interface CollectScreen extends CollectListener, AutoCloseable {

    /** Shows the delays that were held back; then erases the status line, or logs the end. */
    @Override
    void close();
}
