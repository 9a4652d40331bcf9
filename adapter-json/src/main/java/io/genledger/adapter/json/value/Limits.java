package io.genledger.adapter.json.value;

import java.math.BigDecimal;

/**
 * Upper bounds for one document. Each is far above all recorded documents, and low enough that a
 * hostile document takes little memory and time.
 */
public final class Limits {

    /** Bytes of one document; the longest recorded one has about 20,000. */
    public static final int DOCUMENT_BYTES = 1 << 20;

    /** Objects and arrays inside one another; recorded documents reach seven. */
    public static final int NESTING = 64;

    /** Elements of {@code provider_responses}; a handful was seen, one for each provider tried. */
    public static final int ATTEMPTS = 1_000;

    /** Characters of a number, as a JSON number or in a string; 22 were seen. */
    public static final int NUMBER_TEXT = 200;

    /** Characters of a string. */
    public static final int STRING_CHARS = 256 << 10;

    /** Characters of a field's name. */
    public static final int NAME_CHARS = 1_000;

    /** US dollars of one amount, of either sign. */
    public static final BigDecimal USD = BigDecimal.valueOf(1_000_000);

    /**
     * Milliseconds of a duration, of either sign: 31 years, and its nanoseconds still fit a {@code
     * long}.
     */
    public static final BigDecimal MILLISECONDS = BigDecimal.valueOf(1_000_000_000_000L);

    /** Tokens or items of one count: past 2^53, and hundreds of them add up in a {@code long}. */
    public static final long COUNT = 10_000_000_000_000_000L;

    /** The last Unix second of the year 9999. */
    public static final long UNIX_SECOND = 253_402_300_799L;

    private Limits() {}
}
