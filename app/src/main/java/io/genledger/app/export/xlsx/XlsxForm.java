package io.genledger.app.export.xlsx;

import io.genledger.domain.report.Dimension;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The form of a workbook.
 *
 * @param dimensions by which its rows differ
 * @param zone of its months and other times
 */
public record XlsxForm(List<Dimension> dimensions, ZoneId zone) {

    /** By model and provider, in UTC. */
    public static final XlsxForm STANDARD =
            new XlsxForm(List.of(Dimension.MODEL, Dimension.PROVIDER), ZoneOffset.UTC);

    /** Copies the dimensions. */
    public XlsxForm {
        dimensions = List.copyOf(dimensions);
    }
}
