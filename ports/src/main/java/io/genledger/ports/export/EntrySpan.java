package io.genledger.ports.export;

/**
 * Entries by their numbers, so that one export continues where another ended.
 *
 * @param after the number of the last entry before the span; 0 if it begins with the first one
 * @param end the number of the last entry of the span; later ones are as if they were not recorded
 */
public record EntrySpan(long after, long end) {

    /** All entries. */
    public static final EntrySpan ALL = new EntrySpan(0, Long.MAX_VALUE);

    /**
     * @throws IllegalArgumentException if {@code after} is negative or behind {@code end}
     */
    public EntrySpan {
        if (after < 0 || end < after) {
            throw new IllegalArgumentException("no span of entries: " + after + " to " + end);
        }
    }
}
