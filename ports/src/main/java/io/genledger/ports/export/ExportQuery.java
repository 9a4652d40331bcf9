package io.genledger.ports.export;

import io.genledger.domain.period.TimeRange;
import io.genledger.domain.report.DimensionFilter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Selects entries of a ledger.
 *
 * @param range the generations to include, by their time of creation
 * @param filters all of which select the generations to include
 * @param asOf the moment as of which the ledger is read: without the revisions recorded after it;
 *     empty for every generation's newest revision
 * @param after the number of an entry; only entries with a higher one are read. 0 for all
 * @param withDocuments whether rows have their original document
 */
public record ExportQuery(
        TimeRange range,
        List<DimensionFilter> filters,
        Optional<Instant> asOf,
        long after,
        boolean withDocuments) {

    /**
     * @throws IllegalArgumentException if {@code after} is negative
     */
    public ExportQuery {
        filters = List.copyOf(filters);
        if (after < 0) {
            throw new IllegalArgumentException("entries are numbered from 1, not " + after);
        }
    }
}
