package io.genledger.app.view.spend;

import io.genledger.domain.report.Dimension;
import io.genledger.ports.usecase.report.ReportedRow;
import java.util.List;
import java.util.Optional;

/**
 * One row.
 *
 * @param kind whether it is a group, or a sum of others
 * @param dimensions the dimensions of the report
 * @param group its value in each dimension, empty if the records state none; a sum has fewer or no
 *     values
 * @param figures its figures
 */
public record ReportRow(
        ReportedRow.Kind kind,
        List<Dimension> dimensions,
        List<Optional<String>> group,
        Figures figures) {

    /** The value of the dimension at {@code index}; empty if there is none. */
    public Optional<String> value(int index) {
        return index < group.size() ? group.get(index) : Optional.empty();
    }
}
