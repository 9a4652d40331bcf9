package io.genledger.ports.usecase;

import java.util.ArrayList;
import java.util.List;

/** Asks a running use case to come to an end. Safe for use by many threads. */
public final class StopSignal {

    private final List<Runnable> listeners = new ArrayList<>();
    private boolean requested;

    /** Nobody has asked yet. */
    public StopSignal() {}

    /** Asks; asking twice is asking once. */
    public synchronized void request() {
        if (!requested) {
            requested = true;
            listeners.forEach(Runnable::run);
        }
    }

    /** Whether somebody asked. */
    public synchronized boolean isRequested() {
        return requested;
    }

    /** Calls {@code listener} when somebody asks, or now if somebody has. */
    synchronized void onRequest(Runnable listener) {
        if (requested) {
            listener.run();
        } else {
            listeners.add(listener);
        }
    }

    /** Calls {@code listener} no more, so that a signal may outlive many runs. */
    synchronized void forget(Runnable listener) {
        listeners.remove(listener);
    }
}
