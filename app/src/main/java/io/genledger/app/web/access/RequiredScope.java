package io.genledger.app.web.access;

/** What a caller must be allowed to do for a route. */
public enum RequiredScope {
    /** Nothing: the route tells nothing of the ledger. */
    NONE,
    /** To read the ledger. */
    READ,
    /** To add to the ledger and its queue. */
    WRITE,
    /** To manage the server. */
    ADMIN
}
