package io.genledger.app.view.report;

import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.SpendReport;
import io.genledger.domain.report.SpendRow;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answer of {@code report}.
 *
 * @param dimensions the dimensions by which the rows are grouped
 * @param timezone the time zone of days and months
 * @param rows one for each group, in the order of time if that is the first dimension, else the
 *     greatest spend first
 * @param totals the figures of all rows together
 */
public record ReportView(
        List<Dimension> dimensions,
        String timezone,
        List<Row> rows,
        Map<Figure, Optional<Object>> totals) {

    /**
     * One group.
     *
     * @param group its value in each dimension; empty if the records state none
     * @param figures its figures
     */
    public record Row(
            Map<Dimension, Optional<String>> group, Map<Figure, Optional<Object>> figures) {}

    /** The view of {@code report}, whose days and months are those of {@code zone}. */
    public static ReportView of(SpendReport report, ZoneId zone) {
        return new ReportView(
                report.dimensions(),
                zone.getId(),
                report.rows().stream().map(row -> row(report.dimensions(), row)).toList(),
                Figure.of(report.totals()));
    }

    private static Row row(List<Dimension> dimensions, SpendRow row) {
        Map<Dimension, Optional<String>> group = new LinkedHashMap<>();
        for (int i = 0; i < dimensions.size(); i++) {
            group.put(dimensions.get(i), row.group().get(i));
        }
        return new Row(Collections.unmodifiableMap(group), Figure.of(row.totals()));
    }
}
