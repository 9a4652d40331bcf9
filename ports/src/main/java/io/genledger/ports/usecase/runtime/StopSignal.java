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
    public void request() {
        boolean first;
        synchronized (this) {
            first = !requested;
            requested = true;
        }
        if (first) {
            callListeners();
        }
    }

    /** Requests a drain: the use case finishes work under way and starts no other. */
    public void requestDrain() {
        boolean first;
        synchronized (this) {
            first = !drainRequested;
            drainRequested = true;
        }
        if (first) {
            callListeners();
        }
    }

    /** Calls them without the lock, so that no listener can cause a deadlock. */
    private void callListeners() {
        List<Runnable> present;
        synchronized (this) {
            present = List.copyOf(listeners);
        }
        present.forEach(Runnable::run);
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
    public void onRequest(Runnable listener) {
        boolean already;
        synchronized (this) {
            listeners.add(listener);
            already = requested || drainRequested;
        }
        if (already) {
            listener.run();
        }
    }

    /** Removes {@code listener}, so that one signal can serve several runs. */
    public synchronized void forget(Runnable listener) {
        listeners.remove(listener);
    }
}
