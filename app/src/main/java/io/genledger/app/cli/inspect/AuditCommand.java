package io.genledger.app.cli.inspect;

import io.genledger.app.Application;
import io.genledger.app.cli.GenledgerCommand;
import io.genledger.app.cli.Parent;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.option.PlanOptions;
import io.genledger.app.cli.option.SeverityConverter;
import io.genledger.app.cli.option.TimeRangeOptions;
import io.genledger.app.cli.render.AuditText;
import io.genledger.domain.cost.PlanHistory;
import io.genledger.domain.finding.FindingRule;
import io.genledger.domain.finding.Severity;
import io.genledger.domain.report.AuditReport;
import io.genledger.domain.report.TimeRange;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Says what is odd in the ledger. */
@Command(
        name = "audit",
        description = {
            "Looks at every generation for what cannot be right or is worth knowing, and groups it"
                    + " by code, with the money it puts in question and examples.",
            "Exit code 1 when something at or above --fail-on was found."
        },
        footerHeading = "%nExample:%n",
        footer = "  genledger audit --since 2025-08 --fail-on warning")
public final class AuditCommand implements Callable<Integer> {

    @ParentCommand private @Nullable GenledgerCommand root;

    @Mixin private TimeRangeOptions time = new TimeRangeOptions();
    @Mixin private PlanOptions plan = new PlanOptions();

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            converter = SeverityConverter.class,
            description = "info, warning or error: from where on to fail. Default: error.")
    private Severity failOn = Severity.ERROR;

    @Override
    public Integer call() {
        GenledgerCommand program = Parent.of(root);
        TimeRange range = time.range();
        PlanHistory agreed = plan.plans();
        try (Application wiring = program.openExistingLedger()) {
            AuditReport report = wiring.auditLedger().audit(range, agreed, FindingRule.standard());
            if (program.printsJson()) {
                program.print(AuditText.json(report, range, agreed));
            } else {
                program.print(AuditText.of(report, range, agreed, program.style()));
            }
            return report.hasAtLeast(failOn) ? ExitCode.REJECTED : ExitCode.OK;
        }
    }
}
