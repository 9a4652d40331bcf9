package io.genledger.app.cli.option;

import io.genledger.app.OpenLake;
import io.genledger.app.cli.console.Console;
import io.genledger.app.option.UsageException;
import io.genledger.app.option.report.LakeReports;
import io.genledger.app.option.report.LakeSelection;
import io.genledger.app.option.report.ListSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The options of a report or list over all ledgers of a lake. */
public final class LakeReportOptions {

    /** What belongs to one ledger. */
    private static final List<String> OTHERS = List.of("--db", "--html", "--byok-allowance");

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Mixin private final LakeServerOptions server = new LakeServerOptions();

    @Mixin private final LakeSelection selection = new LakeSelection();

    /** Whether the question is one over a lake. */
    public boolean isNamed() {
        return server.isNamed();
    }

    /**
     * Checks the options.
     *
     * @throws UsageException if they contradict each other
     */
    public void check() {
        if (!isNamed() && !selection.isEmpty()) {
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
        return selection.reports(lake, console.clock());
    }

    /** What a list is read from. */
    public ListSource list(OpenLake lake) {
        return selection.list(lake);
    }

    /** Notes on standard error what the answer does not have. */
    public void note(Console console, OpenLake lake) {
        console.note(
                (selection.isFresh()
                                ? "From %s and its ledgers."
                                : "From %s, without what its ledgers have recorded since they were"
                                        + " shipped; see --fresh and genledger lake status.")
                        .formatted(lake));
    }
}
