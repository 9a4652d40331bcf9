package io.genledger.app.cli.maintain;

import io.genledger.app.Application;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.option.LedgerOpener;
import io.genledger.app.cli.render.line.MaintainText;
import io.genledger.app.option.UsageException;
import io.genledger.app.view.maintain.EraseView;
import io.genledger.domain.attribution.ExternalUser;
import io.genledger.ports.ledger.admin.UserErasure;
import io.genledger.ports.ledger.admin.UserErasure.Erased;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Erases a user. */
@Command(
        name = "erase",
        description = {
            "Erase all texts of one external user from the ledger for good.",
            "Figures stay, so that all totals are the same; report --by user shows them under an"
                + " anonymous name. Erases the documents, request ids and session ids of the user's"
                + " generations, their messages and events of the queue, and the quarantined"
                + " documents that name the user. Generation ids stay. A document of these"
                + " generations that is collected or imported again is not stored.",
            "Of a SQLite ledger, no byte is left in its files; this needs free space of the"
                + " ledger's size. On a PostgreSQL server, run VACUUM afterwards. Backups, copies,"
                + " tailed logs and imported files are not touched.",
            "The exit code is 1 if the ledger holds nothing of the user. An interrupted erasure can"
                    + " be repeated."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  genledger erase --user user-4711 --dry-run",
            "  genledger erase --user user-4711"
        })
public final class EraseCommand implements Callable<Integer> {

    private final Console console;
    private final LedgerOpener ledgers;

    @Option(
            names = "--user",
            paramLabel = "USER",
            required = true,
            description = "The user, as the field external_user of the records names it.")
    private String user = "";

    @Option(names = "--dry-run", description = "Count what would be erased, and change nothing.")
    private boolean dryRun;

    public EraseCommand(Console console, LedgerOpener ledgers) {
        this.console = console;
        this.ledgers = ledgers;
    }

    @Override
    public Integer call() {
        if (user.isBlank()) {
            throw new UsageException("--user: expected the name of a user, found nothing");
        }
        ExternalUser named = new ExternalUser(user);
        try (Application application = ledgers.openExisting()) {
            UserErasure erasure = application.erasure();
            Erased erased = dryRun ? erasure.preview(named) : erasure.erase(named);
            console.print(EraseView.of(erased, dryRun), MaintainText::of);
            return erased.isNothing() ? ExitCode.REJECTED : ExitCode.OK;
        }
    }
}
