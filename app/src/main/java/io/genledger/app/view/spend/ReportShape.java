package io.genledger.app.view.spend;

import java.util.List;

/**
 * How a report is shown.
 *
 * @param columns the figures, in the order of the columns
 * @param inCents whether amounts are rounded to cents
 */
public record ReportShape(List<Figure> columns, boolean inCents) {}
