package io.genledger.ports.usecase.runtime;

import java.util.ArrayList;
import java.util.List;

/** Requests a running use case to stop at once or to drain. Thread-safe. */
public final class StopSignal {

    private final List<Runnable> listeners = new ArrayList<>();
    private boolean requested;
    private boolean drainRequested;

    /** A signal without a request. */
    public StopSignal() {}

    /** Requests a stop: the use case abandons work under way. A second request has no effect. */
    public synchronized void request() {
        if (!requested) {
            requested = true;
            listeners.forEach(Runnable::run);
        }
    }

    /** Requests a drain: the use case finishes work under way and starts no other. */
    public synchronized void requestDrain() {
        if (!drainRequested) {
            drainRequested = true;
            listeners.forEach(Runnable::run);
        }
    }

    /** Whether a stop was requested. */
    public synchronized boolean isRequested() {
        return requested;
    }

    /** Whether a drain was requested. */
    public synchronized boolean isDrainRequested() {
        return drainRequested;
    }

    /**
     * Calls {@code listener} at the first stop and the first drain; at once if one was requested.
     */
    public synchronized void onRequest(Runnable listener) {
        listeners.add(listener);
        if (requested || drainRequested) {
            listener.run();
        }
    }

    /** Removes {@code listener}, so that one signal can serve several runs. */
    public synchronized void forget(Runnable listener) {
        listeners.remove(listener);
    }
}
