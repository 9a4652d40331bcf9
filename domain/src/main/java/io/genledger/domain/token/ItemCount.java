package io.genledger.domain.token;

/**
 * A number of images, audio clips, search results or fetched pages.
 *
 * @param value 0 or more
 */
public record ItemCount(long value) {

    /** None. A count that is not stated is not zero. */
    public static final ItemCount ZERO = new ItemCount(0);

    /**
     * @throws IllegalArgumentException if {@code value} is negative
     */
    public ItemCount {
        if (value < 0) {
            throw new IllegalArgumentException("a count is 0 or more, not " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
