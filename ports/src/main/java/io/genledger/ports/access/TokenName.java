package io.genledger.ports.access;

/**
 * The name of an access token, unique within a ledger. It is no secret.
 *
 * @param value 1 to {@value #MOST_CHARS} characters without control characters
 */
public record TokenName(String value) {

    /** The longest name, in characters. */
    public static final int MOST_CHARS = 100;

    /**
     * @throws IllegalArgumentException if the name is blank, too long, or has a control character
     */
    public TokenName {
        if (value.isBlank()
                || value.length() > MOST_CHARS
                || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "a token's name has 1 to "
                            + MOST_CHARS
                            + " characters, none of them a control character");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
