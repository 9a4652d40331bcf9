package io.genledger.ports.usecase.report;

/**
 * Which rows of a report are shown.
 *
 * @param top the largest number of groups, by the first dimension in a report with subtotals;
 *     {@link Long#MAX_VALUE} for all
 * @param rows the largest number of rows; {@link Long#MAX_VALUE} for all
 * @param sumsOthers whether the rows that are not shown follow as one row of sums
 */
public record RowLimits(long top, long rows, boolean sumsOthers) {

    /** Every row is shown. */
    public static final RowLimits NONE = new RowLimits(Long.MAX_VALUE, Long.MAX_VALUE, false);

    /**
     * @throws IllegalArgumentException if a number is less than 1
     */
    public RowLimits {
        if (top < 1 || rows < 1) {
            throw new IllegalArgumentException("a report shows at least one row");
        }
    }
}
