package io.genledger.app.view.spend;

import io.genledger.domain.money.FeeRate;
import java.util.List;
import java.util.Optional;

/** The form in which a report is written. */
public final class ReportForm {

    /** The figures of a table, unless others are named. */
    public static final List<Figure> IN_TABLE =
            List.of(
                    Figure.REQUESTS,
                    Figure.SPEND,
                    Figure.CREDITS,
                    Figure.BYOK_UPSTREAM,
                    Figure.CACHE_SAVING,
                    Figure.PROMPT_TOKENS,
                    Figure.COMPLETION_TOKENS,
                    Figure.REASONING_TOKENS,
                    Figure.CACHED_TOKENS,
                    Figure.CACHE_HIT_RATE,
                    Figure.PRICE_PER_MILLION,
                    Figure.UNKNOWN_SPEND);

    private final List<Figure> columns;
    private final boolean inCents;
    private final Optional<FeeRate> creditFee;

    /**
     * @param columns the figures, in the order of the columns
     * @param inCents whether amounts are rounded to cents
     * @param creditFee the fee for buying credits, in percent of them; empty if no column needs it
     */
    public ReportForm(List<Figure> columns, boolean inCents, Optional<FeeRate> creditFee) {
        this.columns = List.copyOf(columns);
        this.inCents = inCents;
        this.creditFee = creditFee;
    }

    /** The form in exact amounts without a fee for buying credits. */
    public static ReportForm exact(List<Figure> columns) {
        return new ReportForm(columns, false, Optional.empty());
    }

    List<Figure> columns() {
        return columns;
    }

    boolean inCents() {
        return inCents;
    }

    Optional<FeeRate> creditFee() {
        return creditFee;
    }
}
