package io.genledger.app.cli.collect;

import io.genledger.ports.usecase.collect.CollectListener;

/** Shows the progress of a collection. */
interface CollectScreen extends CollectListener, AutoCloseable {

    /** Erases what is redrawn. */
    @Override
    void close();
}
