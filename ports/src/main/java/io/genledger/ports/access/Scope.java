package io.genledger.ports.access;

/** What an access token permits, in ascending order: each scope includes those before it. */
public enum Scope {
    /** Reads the ledger. */
    READ,
    /** Adds to the ledger and to its queue. */
    WRITE,
    /** Does everything that the server offers. */
    ADMIN;

    /** Whether this scope permits what {@code needed} permits. */
    public boolean includes(Scope needed) {
        return compareTo(needed) >= 0;
    }
}
