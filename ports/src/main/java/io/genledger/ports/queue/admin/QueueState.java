package io.genledger.ports.queue.admin;

import java.util.Locale;

/** Where a tracked generation stands. */
public enum QueueState {
    /** It waits to be asked for, now or later. */
    PENDING,
    /** Somebody is asking for it. */
    CLAIMED,
    /** Its record is kept. */
    RECORDED,
    /** It was asked for in vain for as long as anybody had patience. */
    GIVEN_UP,
    /** The source will not answer for it. */
    REFUSED;

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** Its name for people and files, e.g. {@code given-up}. */
    public String code() {
        return code;
    }

    @Override
    public String toString() {
        return code;
    }
}
