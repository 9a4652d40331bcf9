package io.genledger.ports.alert;

/** Sends alerts to the people who look after a ledger. Thread-safe. */
@FunctionalInterface
public interface AlertSender {

    /**
     * Sends one message; returns once the receiver has accepted it.
     *
     * @throws AlertUndeliveredException if the receiver cannot be reached or did not accept it
     */
    void send(Alert alert);
}
