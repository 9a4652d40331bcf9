package io.genledger.adapter.json.value;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * Upper bounds for one document. Each is far above all recorded documents, and low enough that a
 * hostile document takes little memory and time.
 */
public final class Limits {

    /** Bytes of one document; the longest recorded one has about 20,000. */
    public static final int DOCUMENT_BYTES = 1 << 20;

    /**
     * Bytes of one document together with its long texts, which are not kept; bodies with pictures
     * have 4 to 14 million.
     */
    public static final long LONG_DOCUMENT_BYTES = 64 << 20;

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

    /** US dollars of one amount, of either sign; in picodollars they fit a {@code long}. */
    public static final BigDecimal USD = BigDecimal.valueOf(1_000_000);

    /**
     * Milliseconds of a duration, of either sign: eleven days. Nine billion such durations add up
     * in a {@code long}, nine million of them in microseconds.
     */
    public static final BigDecimal MILLISECONDS = BigDecimal.valueOf(1_000_000_000);

    /**
     * Tokens or items of one count, a hundred times what the longest context holds. Nine billion
     * such counts add up in a {@code long}, so that no document can make a sum overflow.
     */
    public static final long COUNT = 1_000_000_000;

    /** The first time of creation or receipt: none is negative as a Unix second. */
    public static final Instant FIRST_TIME = Instant.EPOCH;

    /**
     * The last time of creation or receipt: in every time zone, its year has four digits, as
     * calendars and PostgreSQL's dates need.
     */
    public static final Instant LAST_TIME = Instant.parse("9999-12-30T23:59:59.999999999Z");

    /** The limits of a time, for messages. */
    public static final String TIMES = " from 1970-01-01 to 9999-12-30 UTC";

    private Limits() {}

    /** Whether {@code moment} is within {@link #FIRST_TIME} and {@link #LAST_TIME}. */
    public static boolean contain(Instant moment) {
        return !moment.isBefore(FIRST_TIME) && !moment.isAfter(LAST_TIME);
    }
}
