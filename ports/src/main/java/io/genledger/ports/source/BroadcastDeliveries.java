package io.genledger.ports.source;

import java.time.Instant;
import java.util.Optional;

/**
 * The time at which a server of this ledger last received generations from OpenRouter's Broadcast
 * (OPENROUTER.md §11). Thread-safe.
 */
public interface BroadcastDeliveries {

    /**
     * Notes a delivery. One that is earlier than the last, or less than a second later, changes
     * nothing.
     *
     * @param at the time of receipt, of which milliseconds are kept
     * @throws io.genledger.ports.ledger.LedgerUnavailableException if the ledger cannot be written
     */
    void received(Instant at);

    /**
     * The time of the last delivery, earlier by less than a second; empty if there was none.
     *
     * @throws io.genledger.ports.ledger.LedgerUnavailableException if the ledger cannot be read
     */
    Optional<Instant> last();
}
