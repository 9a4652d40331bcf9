package io.genledger.app.view.intake;

import java.util.List;

/**
 * The answer to a request with ids or documents. All that it states is durable.
 *
 * @param items the outcomes of the first {@value #ITEMS} items at most, in the order of their lines
 * @param itemsTruncated whether there were more
 * @param counts the counts of all items, as {@code import} states them
 */
public record IntakeView(List<IntakeItemView> items, boolean itemsTruncated, ImportView counts) {

    /** The most items that the view names. */
    public static final int ITEMS = 10_000;
}
