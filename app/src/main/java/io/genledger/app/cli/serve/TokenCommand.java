package io.genledger.app.cli.serve;

import io.genledger.app.option.UsageException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The access tokens of the server. */
@Command(
        name = "token",
        description = {
            "Manage the access tokens of the server.",
            "A program states its token in each request; the ledger keeps only its SHA-256. The"
                + " scope read permits to read the ledger, write to add to it as well, and admin"
                + " everything that the server offers."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  genledger token create ci --scope write --expires 90d",
            "  genledger token list",
            "  genledger token revoke ci"
        },
        subcommands = {TokenCreateCommand.class, TokenListCommand.class, TokenRevokeCommand.class})
public final class TokenCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        throw new UsageException("token: expected create NAME, list or revoke NAME");
    }
}
