package io.genledger.app.cli.queue;

import io.genledger.app.Application;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.option.LedgerOpener;
import io.genledger.app.cli.render.line.StatusText;
import io.genledger.app.cli.render.sheet.StatusSheet;
import io.genledger.app.option.UsageException;
import io.genledger.app.option.convert.DurationConverter;
import io.genledger.app.option.plan.AllowanceOption;
import io.genledger.app.view.queue.LedgerStatusView;
import io.genledger.domain.period.TimeRange;
import io.genledger.ports.report.StatusReader.Waiting;
import io.genledger.ports.usecase.inspect.ReadStatus;
import io.genledger.ports.usecase.inspect.ReadStatus.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the condition of a ledger. */
@Command(
        name = "status",
        description = {
            "Show the condition of the ledger: queue, last fetch, last 24 hours, size and zone, and"
                    + " how much of the BYOK allowance of this month is used.",
            "The exit code is 1 if an id without a record has been pending for longer than"
                    + " --max-age."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  genledger status --max-age 10m",
            "  genledger status --statusline --db costs.db"
        })
public final class StatusCommand implements Callable<Integer> {

    private final Console console;
    private final LedgerOpener ledgers;

    @Option(
            names = "--max-age",
            paramLabel = "AGE",
            converter = DurationConverter.class,
            description =
                    "Longest time that an id may be pending, e.g. 10m; longer makes the exit code"
                            + " 1.")
    private @Nullable Duration maxAge;

    @Mixin private AllowanceOption allowance = new AllowanceOption();

    @Option(
            names = "--statusline",
            description = "Print one short line for a prompt: today's spend and the pending ids.")
    private boolean statusline;

    public StatusCommand(Console console, LedgerOpener ledgers) {
        this.console = console;
        this.ledgers = ledgers;
    }

    @Override
    public Integer call() {
        if (statusline && console.printsJson()) {
            throw new UsageException("--statusline and --json cannot be combined");
        }
        Instant now = console.clock().instant();
        try (Application application = ledgers.openExisting()) {
            ZoneId zone = application.settings().timezone();
            ReadStatus read = application.readStatus();
            Waiting pending =
                    statusline
                            ? printLine(application.status().waiting(), read, zone, now)
                            : print(
                                    read.read(now, allowance.plans(application.byokAllowances())),
                                    zone);
            return maxAge != null && isOlder(pending, now, maxAge)
                    ? ExitCode.REJECTED
                    : ExitCode.OK;
        }
    }

    private Waiting print(Status status, ZoneId zone) {
        console.print(
                LedgerStatusView.of(ledgers.address().toString(), zone, status, Optional.empty()),
                view -> StatusSheet.of(view, console.style()));
        return status.waiting();
    }

    private Waiting printLine(Waiting pending, ReadStatus read, ZoneId zone, Instant now) {
        Instant start = now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
        TimeRange today = new TimeRange(Optional.of(start), Optional.empty());
        console.print(StatusText.line(read.totals(today), pending, now));
        return pending;
    }

    private boolean isOlder(Waiting pending, Instant now, Duration most) {
        Optional<Duration> age = pending.oldest().map(oldest -> Duration.between(oldest, now));
        boolean isOlder = age.filter(each -> each.compareTo(most) > 0).isPresent();
        if (isOlder) {
            console.note("genledger: " + StatusText.tooOld(age.orElseThrow(), most));
        }
        return isOlder;
    }
}
