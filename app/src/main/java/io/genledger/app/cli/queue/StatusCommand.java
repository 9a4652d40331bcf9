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
import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.report.SpendTotals;
import io.genledger.ports.queue.admin.QueueQuery;
import io.genledger.ports.report.StatusReader.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
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

    private static final Duration DAY = Duration.ofHours(24);

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
            Waiting pending = application.status().waiting();
            ZoneId zone = application.settings().timezone();
            if (statusline) {
                console.print(StatusText.line(today(application, zone, now), pending, now));
            } else {
                print(application, zone, pending, now);
            }
            return maxAge != null && isOlder(pending, now, maxAge)
                    ? ExitCode.REJECTED
                    : ExitCode.OK;
        }
    }

    private void print(Application application, ZoneId zone, Waiting pending, Instant now) {
        LedgerStatusView status =
                LedgerStatusView.of(
                        ledgers.address().toString(),
                        zone,
                        application.status(),
                        pending,
                        application.listPending().list(QueueQuery.OPEN, 0),
                        totals(
                                application,
                                new TimeRange(Optional.of(now.minus(DAY)), Optional.of(now))),
                        application
                                .meterAllowance()
                                .monthOf(
                                        now,
                                        allowance.plans(application.byokAllowances()),
                                        Optional.empty()));
        console.print(status, view -> StatusSheet.of(view, console.style()));
    }

    private static SpendTotals today(Application application, ZoneId zone, Instant now) {
        Instant start = now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
        return totals(application, new TimeRange(Optional.of(start), Optional.empty()));
    }

    private static SpendTotals totals(Application application, TimeRange range) {
        List<SpendTotals> rows = new ArrayList<>();
        application
                .spend()
                .read(
                        new SpendQuery(List.of(), range, ZoneOffset.UTC),
                        row -> rows.add(row.totals()));
        return rows.stream().reduce(SpendTotals.NONE, SpendTotals::plus);
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
