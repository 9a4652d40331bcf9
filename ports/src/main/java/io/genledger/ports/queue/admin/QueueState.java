package io.genledger.ports.queue.admin;

import java.util.Locale;

/** The state of a queue entry. */
public enum QueueState {
    /** It is fetched when it is due, now or later. */
    PENDING,
    /** A worker has claimed it, and the lease has not expired. */
    CLAIMED,
    /** Its record is in the ledger. */
    RECORDED,
    /** The source had no record of it until it was too old; it is not fetched again. */
    GIVEN_UP,
    /** The source rejected it; it is not fetched again. */
    REFUSED;

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The stable name, e.g. {@code given-up}. */
    public String code() {
        return code;
    }

    @Override
    public String toString() {
        return code;
    }
}
