package io.genledger.ports.quarantine;

import java.util.List;

/**
 * Which rejected documents were kept.
 *
 * @param documents number of kept documents, equal ones included; 0 or more
 * @param leftOut number of documents that exceeded a limit and were not kept; 0 or more
 * @param firstLeftOut the first {@value #PLACES} of them at most
 */
public record RejectsKept(long documents, long leftOut, List<Rejection> firstLeftOut) {

    /** The most places of documents that were left out. */
    public static final int PLACES = 20;

    /** Nothing was rejected. */
    public static final RejectsKept NONE = new RejectsKept(0, 0, List.of());

    /** Copies the list. */
    public RejectsKept {
        firstLeftOut = List.copyOf(firstLeftOut);
    }
}
