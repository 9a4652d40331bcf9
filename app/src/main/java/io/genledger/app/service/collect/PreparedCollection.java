package io.genledger.app.service.collect;

import io.genledger.ports.usecase.collect.CollectGenerations;

/**
 * A collection with the keys of one run.
 *
 * @param collection collects with them
 * @param closing closes their connections
 */
public record PreparedCollection(CollectGenerations collection, Runnable closing)
        implements AutoCloseable {

    @Override
    public void close() {
        closing.run();
    }
}
