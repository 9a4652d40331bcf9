package io.genledger.app.service;

/** Work in the background of a process. Thread-safe. */
public interface BackgroundService extends AutoCloseable {

    /** Starts it on a thread of its own. A second call has no effect. */
    void start();

    /** Requests a stop, which lets work under way end, without waiting for it. */
    void requestDrain();

    /** Stops; returns after 10 s at the latest. */
    @Override
    void close();
}
