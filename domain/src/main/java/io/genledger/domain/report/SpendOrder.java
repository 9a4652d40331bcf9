package io.genledger.domain.report;

import java.util.Comparator;

/**
 * The order of a report's rows. Rows that are equal in it follow in the order of their groups.
 *
 * @param by the figure, or the group, by which rows are compared
 * @param isReversed whether the natural order of {@code by} is reversed; that of the groups of
 *     equal rows is not
 */
public record SpendOrder(By by, boolean isReversed) {

    /** By time if the first dimension is a time, else the highest spend first. */
    public static final SpendOrder STANDARD = new SpendOrder(By.STANDARD, false);

    /** By group: times from the earliest, texts by code points, absent ones last. */
    public static final SpendOrder GROUP = new SpendOrder(By.GROUP, false);

    /**
     * The figure, or the group, by which rows are compared. The greatest sum is naturally the
     * first; an unknown amount adds nothing to a sum.
     */
    public enum By {
        /** {@link #GROUP} if the first dimension is a time, else {@link #SPEND}. */
        STANDARD(Comparator.comparing(SpendTotals::spend)),
        /** The group: times from the earliest, texts by code points, absent ones last. */
        GROUP((unusedOne, unusedOther) -> 0),
        /** The number of generations. */
        REQUESTS(Comparator.comparingLong(SpendTotals::requests)),
        /** The spend. */
        SPEND(Comparator.comparing(SpendTotals::spend)),
        /** The charge to credits. */
        CREDITS(Comparator.comparing(SpendTotals::credits)),
        /** The upstream cost of BYOK calls. */
        BYOK_UPSTREAM(Comparator.comparing(SpendTotals::byokUpstream)),
        /** The saving by prompt caches. */
        CACHE_SAVING(Comparator.comparing(SpendTotals::cacheDiscount)),
        /** Prompt and completion tokens together. */
        TOKENS(Comparator.comparing(totals -> totals.tokens().total())),
        /** Prompt tokens. */
        PROMPT_TOKENS(Comparator.comparing(totals -> totals.tokens().prompt())),
        /** Completion tokens. */
        COMPLETION_TOKENS(Comparator.comparing(totals -> totals.tokens().completion())),
        /** Reasoning tokens. */
        REASONING_TOKENS(Comparator.comparing(totals -> totals.tokens().reasoning())),
        /** Prompt tokens read from caches. */
        CACHED_TOKENS(Comparator.comparing(totals -> totals.tokens().cached()));

        private final Comparator<SpendTotals> greatestFirst;

        By(Comparator<SpendTotals> smallestFirst) {
            this.greatestFirst = smallestFirst.reversed();
        }
    }

    /**
     * The figure or group that is compared, if the first dimension is known to be a time or not.
     */
    public By by(boolean startsWithTime) {
        if (by != By.STANDARD) {
            return by;
        }
        return startsWithTime ? By.GROUP : By.SPEND;
    }

    /** Compares the sums of two groups; 0 if the groups themselves decide. */
    int compare(SpendTotals one, SpendTotals other, boolean startsWithTime) {
        int natural = by(startsWithTime).greatestFirst.compare(one, other);
        return isReversed ? -natural : natural;
    }
}
