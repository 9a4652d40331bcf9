package io.genledger.ports.queue;

import java.util.Locale;

/** Why a fetch brought no record. */
public enum Reason {
    /** The source has no record of the id, which is young enough to get one. */
    NOT_READY,
    /** The source has no record of the id, which is too old to get one. */
    NOT_FOUND,
    /** The source could not be reached, failed, or limited the rate. */
    UNAVAILABLE,
    /** The document cannot be decoded. */
    UNREADABLE,
    /** The document is the record of another generation. */
    FOREIGN,
    /** The source rejected the id. */
    REJECTED,
    /** Genledger itself failed. */
    FAULT;

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The stable name, e.g. {@code not-found}. */
    public String code() {
        return code;
    }

    @Override
    public String toString() {
        return code;
    }
}
