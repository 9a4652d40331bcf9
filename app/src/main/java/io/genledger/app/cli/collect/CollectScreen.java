package io.genledger.app.cli.collect;

import io.genledger.ports.usecase.collect.CollectListener;

/** What is seen of a collection while it goes on. */
public interface CollectScreen extends CollectListener, AutoCloseable {

    /** Leaves nothing behind that is of the moment only. */
    @Override
    void close();
}
