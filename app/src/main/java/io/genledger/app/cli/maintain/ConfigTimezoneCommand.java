package io.genledger.app.cli.maintain;

import io.genledger.app.Application;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.option.LedgerOpener;
import io.genledger.app.cli.render.line.MaintainText;
import io.genledger.app.option.UsageException;
import io.genledger.app.option.convert.ZoneConverter;
import io.genledger.app.view.maintain.TimezoneView;
import io.genledger.ports.ledger.EntriesPrunedException;
import io.genledger.ports.ledger.admin.LedgerSettings;
import io.genledger.ports.usecase.maintain.ChangeTimezone;
import io.genledger.ports.usecase.runtime.StopSignal;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The time zone of a ledger's days. */
@Command(
        name = "timezone",
        description = {
            "Show or change the time zone in which the ledger sums days.",
            "Reports use it unless --timezone names another one. A change sums all days again;"
                + " other commands go on meanwhile, and use the present zone until it is finished."
                + " An interrupted change goes on when the command is repeated."
        },
        footerHeading = "%nExample:%n",
        footer = {"  genledger config timezone", "  genledger config timezone Europe/Berlin"})
public final class ConfigTimezoneCommand implements Callable<Integer> {

    private final Console console;
    private final LedgerOpener ledgers;

    @Parameters(
            paramLabel = "ZONE",
            arity = "0..1",
            converter = ZoneConverter.class,
            description = "New time zone, e.g. Europe/Berlin. Default: show the present one.")
    private @Nullable ZoneId zone;

    public ConfigTimezoneCommand(Console console, LedgerOpener ledgers) {
        this.console = console;
        this.ledgers = ledgers;
    }

    @Override
    public Integer call() {
        try (Application application = ledgers.openExisting()) {
            boolean finished = zone == null || change(application.changeTimezone(), zone);
            LedgerSettings settings = application.settings();
            TimezoneView view =
                    new TimezoneView(
                            settings.timezone().getId(),
                            settings.nextTimezone().map(ZoneId::getId));
            console.print(view, TimezoneView::timezone);
            view.next().map(MaintainText::unfinished).ifPresent(console::note);
            return finished ? ExitCode.OK : ExitCode.INTERRUPTED;
        } catch (EntriesPrunedException pruned) {
            throw new UsageException(
                    pruned.getMessage()
                            + ": the sums of their days stay those of the present time zone;"
                            + " reports from that time on take another one by --timezone");
        }
    }

    private boolean change(ChangeTimezone change, ZoneId to) {
        StopSignal stop = new StopSignal();
        console.shutdown().stopOnShutdown(stop);
        try (MaintainProgress screen = new MaintainProgress(console)) {
            return change.to(
                    to,
                    progress -> screen.show("summing days", progress.done(), progress.all()),
                    stop);
        }
    }
}
