package io.genledger.domain.attribution;

/**
 * The name that a ledger gives to an OpenRouter account, so that several accounts share one ledger.
 *
 * @param value 1 to {@value #MOST_CHARS} characters without control characters
 */
public record AccountName(String value) {

    /** The longest name, in characters. */
    public static final int MOST_CHARS = 200;

    /** The account of generations for which none is named. */
    public static final AccountName DEFAULT = new AccountName("default");

    /**
     * @throws IllegalArgumentException if the name is blank, too long, or has a control character
     */
    public AccountName {
        if (value.isBlank()
                || value.length() > MOST_CHARS
                || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "an account's name has 1 to "
                            + MOST_CHARS
                            + " characters, none of them a control character");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
