package io.genledger.app.cli.serve;

import io.genledger.app.Application;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.option.LedgerOpener;
import io.genledger.app.cli.render.line.TokenText;
import io.genledger.app.view.access.TokenRevokeView;
import io.genledger.ports.access.TokenName;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Revokes an access token. */
@Command(
        name = "revoke",
        description = {
            "Revoke an access token for good, and end the sessions of browsers begun with it.",
            "Every server of the ledger refuses it from then on. The exit code is 1 if there is no"
                    + " token of this name."
        },
        footerHeading = "%nExample:%n",
        footer = "  genledger token revoke ci")
public final class TokenRevokeCommand implements Callable<Integer> {

    private final Console console;
    private final LedgerOpener ledgers;

    @Parameters(
            paramLabel = "NAME",
            converter = TokenNameConverter.class,
            description = "Name of the token, as list prints it.")
    private @Nullable TokenName name;

    public TokenRevokeCommand(Console console, LedgerOpener ledgers) {
        this.console = console;
        this.ledgers = ledgers;
    }

    @Override
    public Integer call() {
        TokenName chosen = Objects.requireNonNull(name);
        try (Application application = ledgers.openExisting()) {
            TokenRevokeView view =
                    new TokenRevokeView(chosen, application.accessTokens().revoke(chosen));
            if (view.revoked() || console.printsJson()) {
                console.print(view, TokenText::of);
            }
            if (!view.revoked()) {
                console.note(TokenText.unknown(chosen));
            }
            return view.revoked() ? ExitCode.OK : ExitCode.REJECTED;
        }
    }
}
