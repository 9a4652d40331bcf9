package io.genledger.ports.usecase.runtime;

import java.util.ArrayList;
import java.util.List;

/** Asks a running use case to come to an end. Safe for use by many threads. */
public final class StopSignal {

    private final List<Runnable> listeners = new ArrayList<>();
    private boolean requested;
    private boolean drainRequested;

    /** Nobody has asked yet. */
    public StopSignal() {}

    /** Asks to end at once, whatever is under way; asking twice is asking once. */
    public synchronized void request() {
        if (!requested) {
            requested = true;
            listeners.forEach(Runnable::run);
        }
    }

    /** Asks to begin nothing new, and to end when what is under way has ended. */
    public synchronized void requestDrain() {
        if (!drainRequested) {
            drainRequested = true;
            listeners.forEach(Runnable::run);
        }
    }

    /** Whether somebody asked to end at once. */
    public synchronized boolean isRequested() {
        return requested;
    }

    /** Whether somebody asked to begin nothing new. */
    public synchronized boolean isDrainRequested() {
        return drainRequested;
    }

    /** Calls {@code listener} when somebody asks, or now if somebody has. */
    public synchronized void onRequest(Runnable listener) {
        listeners.add(listener);
        if (requested || drainRequested) {
            listener.run();
        }
    }

    /** Calls {@code listener} no more, so that a signal may outlive many runs. */
    public synchronized void forget(Runnable listener) {
        listeners.remove(listener);
    }
}
