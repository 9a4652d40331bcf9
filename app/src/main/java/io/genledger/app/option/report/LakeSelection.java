package io.genledger.app.option.report;

import io.genledger.app.OpenLake;
import io.genledger.app.option.convert.PatternConverter;
import io.genledger.domain.report.TextPattern;
import java.time.InstantSource;
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
                            + " tells them apart.")
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

    /** What the report is made from. */
    public LakeReports reports(OpenLake lake, InstantSource clock) {
        return new LakeReports(lake.spend(fresh), clock, ledgers);
    }
}
