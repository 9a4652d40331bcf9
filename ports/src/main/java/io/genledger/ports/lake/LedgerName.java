package io.genledger.ports.lake;

import java.util.regex.Pattern;

/**
 * The name by which a lake tells one ledger from another; it never changes. Every statement to the
 * lake may contain it: it has no character that SQL or a file name must quote.
 *
 * @param value 1 to 40 lower-case letters, digits and underscores; the first one is a letter
 */
public record LedgerName(String value) implements Comparable<LedgerName> {

    /** The form of a name, for messages. */
    public static final String EXPECTED =
            "1 to 40 lower-case letters, digits and underscores, beginning with a letter";

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if it is another
     */
    public LedgerName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("expected " + EXPECTED);
        }
    }

    @Override
    public int compareTo(LedgerName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
