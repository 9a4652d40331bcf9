package io.genledger.app.cli.inspect;

import io.genledger.app.Application;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.option.LedgerOpener;
import io.genledger.app.cli.option.PlanOptions;
import io.genledger.app.cli.option.TimeRangeOptions;
import io.genledger.app.cli.option.convert.WordConverter;
import io.genledger.app.cli.render.sheet.AuditSheet;
import io.genledger.app.view.report.AuditView;
import io.genledger.domain.audit.AuditReport;
import io.genledger.domain.cost.PlanHistory;
import io.genledger.domain.finding.Severity;
import io.genledger.domain.period.TimeRange;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks every generation for errors and oddities. */
@Command(
        name = "audit",
        description = {
            "Check every generation for errors and oddities.",
            "Groups the findings by code, with the money in question and examples.",
            "The exit code is 1 if a finding is at least as severe as --fail-on."
        },
        footerHeading = "%nExample:%n",
        footer = "  genledger audit --since 2025-08 --fail-on warning")
public final class AuditCommand implements Callable<Integer> {

    private final Console console;
    private final LedgerOpener ledgers;

    @Mixin private TimeRangeOptions time = new TimeRangeOptions();
    @Mixin private PlanOptions plan = new PlanOptions();

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            converter = WordConverter.OfSeverity.class,
            completionCandidates = WordConverter.OfSeverity.class,
            description =
                    "Least severity that makes the exit code 1: info, warning or error. Default:"
                            + " error.")
    private Severity failOn = Severity.ERROR;

    public AuditCommand(Console console, LedgerOpener ledgers) {
        this.console = console;
        this.ledgers = ledgers;
    }

    @Override
    public Integer call() {
        PlanHistory agreed = plan.plans();
        try (Application application = ledgers.openExisting()) {
            TimeRange range =
                    time.range(application.settings().timezone(), console.clock().instant());
            AuditReport report = application.auditLedger().audit(range, agreed);
            console.print(
                    AuditView.of(report, range, agreed),
                    view -> AuditSheet.of(view, console.style()));
            return report.hasAtLeast(failOn) ? ExitCode.REJECTED : ExitCode.OK;
        }
    }
}
