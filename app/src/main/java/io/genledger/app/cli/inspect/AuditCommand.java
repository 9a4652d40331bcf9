package io.genledger.app.cli.inspect;

import io.genledger.app.Application;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.option.LedgerOpener;
import io.genledger.app.cli.progress.CheckProgress;
import io.genledger.app.cli.render.sheet.AuditSheet;
import io.genledger.app.option.TimeRangeOptions;
import io.genledger.app.option.UsageException;
import io.genledger.app.option.convert.WordConverter;
import io.genledger.app.option.plan.PlanOptions;
import io.genledger.app.view.report.AuditView;
import io.genledger.domain.audit.AuditReport;
import io.genledger.domain.finding.AccountExpectations;
import io.genledger.domain.finding.Severity;
import io.genledger.domain.period.TimeRange;
import io.genledger.ports.ledger.EntriesPrunedException;
import io.genledger.ports.usecase.inspect.AuditLedger;
import io.genledger.ports.usecase.inspect.MeterAllowance;
import java.time.Instant;
import java.util.Optional;
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
        try (Application application = ledgers.openExisting()) {
            TimeRange range =
                    withEntries(
                            application,
                            time.range(
                                    application.settings().timezone(), console.clock().instant()));
            AccountExpectations accounts =
                    application
                            .meterAllowance()
                            .over(range, plan.plans(application.byokAllowances()));
            AuditReport report = audit(application.auditLedger(), range, accounts);
            Instant at = MeterAllowance.lastMoment(range, console.clock().instant());
            console.print(
                    AuditView.of(report, range, accounts, at),
                    view -> AuditSheet.of(view, console.style()));
            return report.hasAtLeast(failOn) ? ExitCode.REJECTED : ExitCode.OK;
        } catch (EntriesPrunedException pruned) {
            throw new UsageException(
                    pruned.getMessage() + "; begin at that time or later (--since)");
        }
    }

    /** A range without a beginning begins where the entries do. */
    private TimeRange withEntries(Application application, TimeRange range) {
        Optional<Instant> bound =
                application
                        .entryPruning()
                        .prunedBefore()
                        .filter(moment -> range.until().map(moment::isBefore).orElse(true));
        if (range.since().isPresent() || bound.isEmpty()) {
            return range;
        }
        console.note(
                "genledger: the audit begins at %s, because earlier entries were pruned"
                        .formatted(bound.orElseThrow()));
        return new TimeRange(bound, range.until());
    }

    private AuditReport audit(AuditLedger ledger, TimeRange range, AccountExpectations accounts) {
        try (CheckProgress progress = new CheckProgress(console, "auditing", "BYOK call")) {
            progress.comparing("findings");
            return ledger.audit(range, accounts, progress::documents);
        }
    }
}
