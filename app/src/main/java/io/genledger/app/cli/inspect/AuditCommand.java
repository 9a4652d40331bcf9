package io.genledger.app.cli.inspect;

import io.genledger.app.Application;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.option.LedgerOpener;
import io.genledger.app.cli.progress.CheckProgress;
import io.genledger.app.cli.render.sheet.AuditSheet;
import io.genledger.app.option.AuditOptions;
import io.genledger.app.option.convert.WordConverter;
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

    @Mixin private AuditOptions audit = new AuditOptions();

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
            Optional<Instant> prunedBefore = application.entryPruning().prunedBefore();
            TimeRange range =
                    audit.range(
                            application.settings().timezone(),
                            console.clock().instant(),
                            prunedBefore);
            prunedBefore
                    .filter(bound -> range.since().equals(prunedBefore))
                    .ifPresent(this::noteBeginning);
            AccountExpectations accounts =
                    application
                            .meterAllowance()
                            .over(range, audit.plans(application.byokAllowances()));
            AuditReport report = audit(application.auditLedger(), range, accounts);
            Instant at = MeterAllowance.lastMoment(range, console.clock().instant());
            console.print(
                    AuditView.of(report, range, accounts, at),
                    view -> AuditSheet.of(view, console.style()));
            return report.hasAtLeast(failOn) ? ExitCode.REJECTED : ExitCode.OK;
        } catch (EntriesPrunedException pruned) {
            throw AuditOptions.advice(pruned);
        }
    }

    private void noteBeginning(Instant bound) {
        console.note(
                "genledger: the audit begins at %s, because earlier entries were pruned"
                        .formatted(bound));
    }

    private AuditReport audit(AuditLedger ledger, TimeRange range, AccountExpectations accounts) {
        try (CheckProgress progress = new CheckProgress(console, "auditing", "BYOK call")) {
            progress.comparing("findings");
            return ledger.audit(range, accounts, progress::documents);
        }
    }
}
