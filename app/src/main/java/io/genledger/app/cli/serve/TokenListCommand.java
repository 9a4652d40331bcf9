package io.genledger.app.cli.serve;

import io.genledger.app.Application;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.option.LedgerOpener;
import io.genledger.app.cli.render.table.TokenTable;
import io.genledger.app.view.access.TokensView;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Lists access tokens. */
@Command(
        name = "list",
        description = "List all access tokens without their secrets, expired ones too.",
        footerHeading = "%nExample:%n",
        footer = "  genledger token list")
public final class TokenListCommand implements Callable<Integer> {

    private final Console console;
    private final LedgerOpener ledgers;

    public TokenListCommand(Console console, LedgerOpener ledgers) {
        this.console = console;
        this.ledgers = ledgers;
    }

    @Override
    public Integer call() {
        try (Application application = ledgers.openExisting()) {
            console.print(
                    TokensView.of(application.accessTokens().all(), console.clock().instant()),
                    view -> TokenTable.of(view, console.style()));
        }
        return ExitCode.OK;
    }
}
