package io.genledger.domain.token;

/**
 * A number of tokens.
 *
 * @param value 0 or more
 */
public record TokenCount(long value) implements Comparable<TokenCount> {

    /** No token. A count that is not stated is not zero. */
    public static final TokenCount ZERO = new TokenCount(0);

    /**
     * @throws IllegalArgumentException if {@code value} is negative
     */
    public TokenCount {
        if (value < 0) {
            throw new IllegalArgumentException("a token count is 0 or more, not " + value);
        }
    }

    /**
     * The sum of both.
     *
     * @throws ArithmeticException if it exceeds a {@code long}
     */
    public TokenCount plus(TokenCount other) {
        return new TokenCount(Math.addExact(value, other.value));
    }

    @Override
    public int compareTo(TokenCount other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
