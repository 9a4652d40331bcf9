package io.genledger.ports.export;

import io.genledger.domain.period.TimeRange;
import io.genledger.domain.report.GenerationFilter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Selects entries of a ledger.
 *
 * @param range the generations to include, by their time of creation
 * @param filters all of which select the generations to include
 * @param asOf the moment as of which the ledger is read: without the entries recorded after it;
 *     empty for all
 * @param span the entries to include, by their numbers
 * @param shape what the rows have, and their order
 */
public record ExportQuery(
        TimeRange range,
        List<GenerationFilter> filters,
        Optional<Instant> asOf,
        EntrySpan span,
        RowShape shape) {

    /** The figures of all entries. */
    public static final ExportQuery ALL =
            new ExportQuery(
                    TimeRange.ALWAYS, List.of(), Optional.empty(), EntrySpan.ALL, RowShape.FIGURES);

    /** Copies the filters. */
    public ExportQuery {
        filters = List.copyOf(filters);
    }

    /** The same for another span. */
    public ExportQuery in(EntrySpan other) {
        return new ExportQuery(range, filters, asOf, other, shape);
    }

    /** The same with rows of another shape. */
    public ExportQuery with(RowShape other) {
        return new ExportQuery(range, filters, asOf, span, other);
    }
}
