package io.genledger.ports.alert;

import io.genledger.ports.ledger.LedgerUnavailableException;
import java.time.Duration;
import java.time.Instant;

/**
 * Which alerts were delivered and have not ended, the same for all servers of a ledger, so that no
 * two of them send a message, and none sends it again after a restart. Thread-safe.
 */
public interface AlertStates {

    /**
     * Claims the right to send that {@code rule} fires, or that it has ended.
     *
     * @param firing the new state of the rule
     * @param lease time after which another server may send it, if this one ends meanwhile
     * @return whether this server sends it; false if the last delivered message says the same, or
     *     another server is sending
     * @throws LedgerUnavailableException if the ledger cannot be written
     */
    boolean claim(String rule, boolean firing, Instant now, Duration lease);

    /**
     * Ends a claim.
     *
     * @param firing the state that the last delivered message states
     * @throws LedgerUnavailableException if the ledger cannot be written
     */
    void settle(String rule, boolean firing);
}
