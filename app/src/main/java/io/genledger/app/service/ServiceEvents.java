package io.genledger.app.service;

/** Receives the events of work in the background. Thread-safe. */
@FunctionalInterface
public interface ServiceEvents {

    /** Called once for each event; does not throw. */
    void add(ServiceEvent event);
}
