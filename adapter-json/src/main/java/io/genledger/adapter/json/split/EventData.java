package io.genledger.adapter.json.split;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** Finds the object in the line {@code data: {…}} of a server-sent event. */
final class EventData {

    private static final byte[] NAME = "data:".getBytes(US_ASCII);
    private static final int NO_EVENT = Integer.MAX_VALUE;

    private int matched;

    /** Begins a line. */
    void begin() {
        matched = 0;
    }

    /** Whether {@code next}, the next byte of the line, is the brace of an event's object. */
    boolean beginsObject(byte next) {
        if (matched < NAME.length) {
            matched = next == NAME[matched] ? matched + 1 : NO_EVENT;
            return false;
        }
        if (matched == NAME.length && next != ' ') {
            matched = NO_EVENT;
            return next == '{';
        }
        return false;
    }
}
