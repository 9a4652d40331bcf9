package io.genledger.ports.queue;

import java.util.Locale;

/** Why an answer was no record that could be kept. */
public enum Reason {
    /** The source does not know it, and it is young enough to appear still. */
    NOT_READY,
    /** The source does not know it, and it is too old to appear: foreign, or never there. */
    NOT_FOUND,
    /** The source was out of reach or out of order. */
    UNAVAILABLE,
    /** The answer cannot be read. */
    UNREADABLE,
    /** The answer is about another generation. */
    FOREIGN,
    /** The source will not answer for this id. */
    REJECTED,
    /** Genledger itself failed. */
    FAULT;

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** Its name for people and files, e.g. {@code not-found}. */
    public String code() {
        return code;
    }

    @Override
    public String toString() {
        return code;
    }
}
