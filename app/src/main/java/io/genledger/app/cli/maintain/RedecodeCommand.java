package io.genledger.app.cli.maintain;

import io.genledger.app.Application;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.option.LedgerOpener;
import io.genledger.app.cli.render.line.MaintainText;
import io.genledger.app.view.maintain.RedecodeView;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.usecase.maintain.RedecodeLedger;
import io.genledger.ports.usecase.maintain.RedecodeListener;
import io.genledger.ports.usecase.maintain.RedecodeSummary;
import io.genledger.ports.usecase.runtime.StopSignal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Decodes all documents again. */
@Command(
        name = "redecode",
        description = {
            "Decode all archived documents again, and record what changed as new revisions.",
            "Run it after an update that reads more fields or finds more. Entries that have the"
                + " same figures and findings stay as they are. Ctrl-C keeps what is done; the next"
                + " run goes on there. The exit code is 1 if a document cannot be decoded."
        },
        footerHeading = "%nExample:%n",
        footer = "  genledger redecode")
public final class RedecodeCommand implements Callable<Integer> {

    private static final int NAMED = 20;

    private final Console console;
    private final LedgerOpener ledgers;

    public RedecodeCommand(Console console, LedgerOpener ledgers) {
        this.console = console;
        this.ledgers = ledgers;
    }

    @Override
    public Integer call() {
        StopSignal stop = new StopSignal();
        console.shutdown().stopOnShutdown(stop);
        try (Application application = ledgers.openExisting()) {
            Screen screen = new Screen();
            RedecodeSummary summary = redecode(application.redecodeLedger(), screen, stop);
            console.print(RedecodeView.of(summary, screen.first), MaintainText::of);
            return exitCodeOf(summary);
        }
    }

    private static RedecodeSummary redecode(RedecodeLedger ledger, Screen screen, StopSignal stop) {
        try (screen) {
            return ledger.redecode(screen, stop);
        }
    }

    private static int exitCodeOf(RedecodeSummary summary) {
        if (!summary.finished()) {
            return ExitCode.INTERRUPTED;
        }
        return summary.undecodable() == 0 ? ExitCode.OK : ExitCode.REJECTED;
    }

    /** Shows the counts on a terminal, and names the first documents that cannot be decoded. */
    private final class Screen implements RedecodeListener, AutoCloseable {

        private final MaintainProgress progress = new MaintainProgress(console);
        private final List<String> first = new ArrayList<>();

        @Override
        public void undecodable(GenerationId id, int revision, String reason) {
            if (first.size() < NAMED) {
                String line = "%s revision %d: %s".formatted(id, revision, reason);
                first.add(line);
                progress.note(MaintainText.undecodable(line));
            }
        }

        @Override
        public void renewed(RedecodeSummary soFar, long done, long all) {
            progress.show(MaintainText.progress(soFar.read(), soFar.revised()), done, all);
        }

        @Override
        public void close() {
            progress.close();
        }
    }
}
