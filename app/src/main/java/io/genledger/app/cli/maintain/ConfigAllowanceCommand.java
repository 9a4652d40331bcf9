package io.genledger.app.cli.maintain;

import io.genledger.app.Application;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.option.LedgerOpener;
import io.genledger.app.cli.render.Sanitized;
import io.genledger.app.option.UsageException;
import io.genledger.app.option.convert.AccountConverter;
import io.genledger.app.option.plan.AllowanceConverter;
import io.genledger.app.view.maintain.ByokAllowanceView;
import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.cost.Allowance;
import io.genledger.domain.report.Dimension;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The monthly BYOK allowance of an account's plan. */
@Command(
        name = "byok-allowance",
        description = {
            "Show or change the monthly BYOK allowance of an account's plan.",
            "The ledger keeps it. Commands use it unless --byok-allowance states another one."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  genledger config byok-allowance 200000USD",
            "  genledger config byok-allowance 1000000req --account team",
            "  genledger config byok-allowance --unset"
        })
public final class ConfigAllowanceCommand implements Callable<Integer> {

    private final Console console;
    private final LedgerOpener ledgers;

    @Parameters(
            paramLabel = "ALLOWANCE",
            arity = "0..1",
            converter = AllowanceConverter.class,
            description =
                    "New allowance: an amount at list price or a number of requests a month, e.g."
                            + " 25000USD or 1000000req. Default: show the present one.")
    private @Nullable Allowance allowance;

    @Option(
            names = "--unset",
            description = "Remove the account's own allowance: that of the public plans applies.")
    private boolean unset;

    @Option(
            names = "--account",
            paramLabel = "NAME",
            converter = AccountConverter.class,
            description = "Account of the plan. Default: default.")
    private AccountName account = AccountName.DEFAULT;

    public ConfigAllowanceCommand(Console console, LedgerOpener ledgers) {
        this.console = console;
        this.ledgers = ledgers;
    }

    @Override
    public Integer call() {
        if (unset && allowance != null) {
            throw new UsageException("--unset cannot be combined with an allowance");
        }
        try (Application application = ledgers.openExisting()) {
            if (unset || allowance != null) {
                application.byokAllowances().set(account, Optional.ofNullable(allowance));
            }
            if (!isRecorded(application)) {
                console.note(
                        "no generation of account %s is recorded in this ledger; its accounts:"
                                        .formatted(Sanitized.of(account.value()))
                                + " genledger values account");
            }
            Optional<Allowance> kept =
                    Optional.ofNullable(application.byokAllowances().all().get(account));
            console.print(
                    new ByokAllowanceView(account, kept),
                    view ->
                            view.allowance()
                                    .map(Allowance::toString)
                                    .orElse("that of OpenRouter's public plans"));
        }
        return ExitCode.OK;
    }

    /** The default account is there from the beginning. */
    private boolean isRecorded(Application application) {
        return account.equals(AccountName.DEFAULT)
                || application
                        .values()
                        .values(Dimension.ACCOUNT, account.value(), Integer.MAX_VALUE)
                        .contains(account.value());
    }
}
