package io.genledger.app.option.report;

import io.genledger.app.LakeQuestions;
import io.genledger.app.option.UsageException;
import io.genledger.app.option.convert.PatternConverter;
import io.genledger.app.view.listing.ListColumn;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.DimensionFilter;
import io.genledger.domain.report.GenerationFilter;
import io.genledger.domain.report.GenerationFilter.OfFindings;
import io.genledger.domain.report.TextPattern;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options by which a report over a lake selects rows. */
public final class LakeSelection {

    @Option(
            names = "--ledger",
            paramLabel = "PATTERN",
            converter = PatternConverter.class,
            description =
                    "Of a lake: select by the ledger's name in it, e.g. eu. Repeatable; --by ledger"
                            + " of a report tells them apart.")
    private List<TextPattern> ledgers = List.of();

    @Option(
            names = "--fresh",
            description =
                    "Of a lake: also read what the ledgers have recorded since they were shipped,"
                            + " by the catalogs pg_NAME of Trino.")
    private boolean fresh;

    /** Whether nothing is selected. */
    public boolean isEmpty() {
        return ledgers.isEmpty() && !fresh;
    }

    /** Whether rows are read that the lake does not have yet. */
    public boolean isFresh() {
        return fresh;
    }

    /** What a list is read from. */
    public ListSource list(LakeQuestions lake) {
        return new ListSource(
                lake.generations(fresh),
                LakeReports.UTC,
                ListColumn.ofLake(),
                filters -> filters(filters, ledgers));
    }

    /**
     * The filters with that of the ledgers.
     *
     * @throws UsageException if a lake cannot answer them
     */
    static List<GenerationFilter> filters(
            List<GenerationFilter> filters, List<TextPattern> ledgers) {
        if (filters.stream().anyMatch(OfFindings.class::isInstance)) {
            throw new UsageException("--finding: a lake has no findings; ask the ledger itself");
        }
        if (ledgers.isEmpty()) {
            return filters;
        }
        List<GenerationFilter> all = new ArrayList<>(filters);
        all.add(new DimensionFilter(Dimension.LEDGER, ledgers));
        return all;
    }

    /** What the report is made from. */
    public LakeReports reports(LakeQuestions lake, InstantSource clock) {
        return new LakeReports(lake.spend(fresh), clock, ledgers);
    }
}
