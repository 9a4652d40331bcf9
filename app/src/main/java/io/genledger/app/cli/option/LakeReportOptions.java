package io.genledger.app.cli.option;

import io.genledger.app.OpenLake;
import io.genledger.app.cli.console.Console;
import io.genledger.app.option.UsageException;
import io.genledger.app.option.convert.PatternConverter;
import io.genledger.app.option.report.LakeReports;
import io.genledger.domain.report.TextPattern;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options of a report over all ledgers of a lake. */
public final class LakeReportOptions {

    /** What belongs to one ledger, or what a lake does not have. */
    private static final List<String> OTHERS =
            List.of("--db", "--html", "--byok-allowance", "--finding");

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Mixin private final LakeServerOptions server = new LakeServerOptions();

    @Option(
            names = "--ledger",
            paramLabel = "PATTERN",
            converter = PatternConverter.class,
            description =
                    "With --lake: select by the ledger's name in the lake, e.g. eu. Repeatable;"
                            + " --by ledger tells them apart.")
    private List<TextPattern> ledgers = List.of();

    @Option(
            names = "--fresh",
            description =
                    "With --lake: also read what the ledgers have recorded since they were shipped,"
                            + " by the catalogs pg_NAME of the server.")
    private boolean fresh;

    /** Whether the report is one over a lake. */
    public boolean isNamed() {
        return server.isNamed();
    }

    /**
     * Checks the options.
     *
     * @throws UsageException if they contradict each other
     */
    public void check() {
        if (!isNamed() && (fresh || !ledgers.isEmpty())) {
            throw new UsageException("--ledger and --fresh need --lake: a ledger itself is one");
        }
        for (String other : OTHERS) {
            if (isNamed()
                    && command != null
                    && command.commandLine().getParseResult().hasMatchedOption(other)) {
                throw new UsageException(
                        "--lake and %s cannot be combined: ask the ledger itself".formatted(other));
            }
        }
    }

    /** Opens the lake; does not connect yet. */
    public OpenLake open(Console console, LedgerOpener ledgers) {
        return server.access(console, ledgers, Optional.empty()).open();
    }

    /** What the report is made from. */
    public LakeReports reports(Console console, OpenLake lake) {
        return new LakeReports(lake.spend(fresh), console.clock(), ledgers);
    }

    /** Notes on standard error what the report does not have. */
    public void note(Console console, OpenLake lake) {
        console.note(
                (fresh
                                ? "From %s and its ledgers."
                                : "From %s, without what its ledgers have recorded since they were"
                                        + " shipped; see --fresh and genledger lake status.")
                        .formatted(lake));
        console.note("Generations that the ledgers track without a record are not counted.");
    }
}
