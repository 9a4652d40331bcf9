package io.genledger.app.cli.collect;

import io.genledger.ports.usecase.collect.CollectListener;

/** Shows the progress of a collection. */
interface CollectScreen extends CollectListener, AutoCloseable {

    /** Erases the status line or progress bar. */
    @Override
    void close();
}
