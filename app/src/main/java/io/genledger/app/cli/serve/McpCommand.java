package io.genledger.app.cli.serve;

import io.genledger.app.Application;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.option.LedgerOpener;
import io.genledger.app.mcp.AskedLedger;
import io.genledger.app.mcp.LedgerServer;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Answers an agent's questions about the ledger. */
@Command(
        name = "mcp",
        description = {
            "Answer an agent's questions about the ledger, over standard input and output.",
            "It speaks the Model Context Protocol: a coding agent or another program starts it, and"
                    + " its tools report spend, list and explain generations, and find what is"
                    + " missing or odd. They only read the ledger.",
            "It ends when its standard input does."
        },
        footerHeading = "%nExample:%n",
        footer = {"  genledger mcp --db costs.db"})
public final class McpCommand implements Callable<Integer> {

    private final Console console;
    private final LedgerOpener ledgers;

    public McpCommand(Console console, LedgerOpener ledgers) {
        this.console = console;
        this.ledgers = ledgers;
    }

    @Override
    public Integer call() throws IOException {
        try (Application application = ledgers.openExisting()) {
            LedgerServer.serve(
                    new AskedLedger(application, ledgers.address().toString(), console.clock()),
                    console.in(),
                    console.out());
        }
        return ExitCode.OK;
    }
}
