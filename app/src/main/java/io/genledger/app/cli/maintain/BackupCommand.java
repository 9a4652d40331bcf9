package io.genledger.app.cli.maintain;

import io.genledger.app.Application;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.ingest.NewFile;
import io.genledger.app.cli.option.LedgerOpener;
import io.genledger.app.cli.render.line.MaintainText;
import io.genledger.app.option.UsageException;
import io.genledger.app.view.maintain.BackupView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Copies a ledger. */
@Command(
        name = "backup",
        description = {
            "Copy the ledger to a new file, as it is at one moment.",
            "Other commands can read and write the ledger meanwhile. The file is a ledger itself:"
                    + " name it with --db to use it. Of a ledger on a server, pg_dump makes"
                    + " backups."
        },
        footerHeading = "%nExample:%n",
        footer = "  genledger backup ledger-2025-08-20.db")
public final class BackupCommand implements Callable<Integer> {

    private final Console console;
    private final LedgerOpener ledgers;

    @Parameters(
            paramLabel = "FILE",
            description =
                    "New file, which only its owner can read. It is not overwritten if it exists.")
    private String name = "";

    public BackupCommand(Console console, LedgerOpener ledgers) {
        this.console = console;
        this.ledgers = ledgers;
    }

    @Override
    public Integer call() throws IOException {
        ledgers.address()
                .dumpCommand(name)
                .ifPresent(command -> {
                    throw new UsageException(
                            "backup copies ledgers in files only; run: " + command);
                });
        Path file = NewFile.named(name, "backup").path();
        try (Application application = ledgers.openExisting()) {
            application.backup(file);
        }
        console.print(new BackupView(name, Files.size(file)), MaintainText::of);
        return ExitCode.OK;
    }
}
