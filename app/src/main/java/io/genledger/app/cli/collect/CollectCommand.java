package io.genledger.app.cli.collect;

import io.genledger.app.Application;
import io.genledger.app.OpenRouterAccess;
import io.genledger.app.OpenRouterKeys;
import io.genledger.app.Version;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.LogFmt;
import io.genledger.app.cli.option.LedgerOpener;
import io.genledger.app.cli.render.line.CollectText;
import io.genledger.app.key.AccountKeys;
import io.genledger.app.key.KeyOptions;
import io.genledger.app.option.Rate;
import io.genledger.app.option.UsageException;
import io.genledger.app.service.ServiceEvent;
import io.genledger.app.view.intake.CollectView;
import io.genledger.ports.source.RateLimiter;
import io.genledger.ports.usecase.collect.CollectPlan;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Fetches the records of pending generations. */
@Command(
        name = "collect",
        description = {
            "Fetch the records of pending generations from OpenRouter.",
            "A tracked id is pending until its record is in the ledger (recorded), until OpenRouter"
                + " has answered 404 for too long (given up), or until OpenRouter has rejected the"
                + " request (refused).",
            "Each run requests the ids that are due. An id whose record is not ready stays pending"
                    + " and is due again later: run collect again, or use --wait or --watch.",
            "When OpenRouter limits the rate, all requests wait as long as Retry-After asks."
                    + " Without Retry-After they wait up to 4 s, and half as many run at once."
        },
        footerHeading = "%nEvents of --watch:%n",
        footer = {
            "  A terminal shows one status line. Otherwise standard error gets logfmt lines,",
            "  time=… event=… key=value …: started, given-up, failed, backoff, outage, recovered,",
            "  ledger-unavailable, ledger-available, counts (once a minute), stopped, then refused",
            "  or unavailable if that ended the run.",
            "  SIGTERM lets running requests end within 10 s; the exit code is then 0.",
            "",
            "Example:",
            "  export OPENROUTER_API_KEY=sk-or-…",
            "  genledger collect --wait --timeout 10m",
            "  genledger collect --watch --rate 20/s --refresh-after 1d"
        })
public final class CollectCommand implements Callable<Integer> {

    private final Console console;
    private final LedgerOpener ledgers;

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            description = "URL of the API. Default: https://openrouter.ai/api/v1.")
    private String baseUrl = OpenRouterAccess.OPENROUTER;

    @Option(
            names = "--rate",
            paramLabel = "N/s",
            converter = Rate.Converter.class,
            description =
                    "Limit on requests per second, minute or hour: 20/s, 100/m, 1000/h. Default:"
                            + " none.")
    private @Nullable Rate rate;

    @Mixin private KeyOptions keys = new KeyOptions();
    @Mixin private RunOptions options = new RunOptions();

    public CollectCommand(Console console, LedgerOpener ledgers) {
        this.console = console;
        this.ledgers = ledgers;
    }

    @Override
    public Integer call() {
        CollectPlan plan = options.plan();
        AccountKeys read = keys();
        try (OpenRouterKeys access = access(read);
                Application application =
                        options.watches() ? openForEvents() : ledgers.openExisting()) {
            read.warnings().forEach(this::warn);
            CollectRun run = new CollectRun(console, application);
            CollectView collected = run.collect(application.collectGenerations(access), plan);
            console.print(collected, CollectText::of);
            return CollectRun.exitCodeOf(collected);
        }
    }

    private void warn(String warning) {
        if (options.watches() && !console.redraws()) {
            console.log(
                    new ServiceEvent(console.clock().instant(), "warning").with("reason", warning));
        } else {
            console.note("genledger: " + warning);
        }
    }

    private Application openForEvents() {
        Application application = ledgers.openForEvents();
        if (!console.redraws()) {
            String event =
                    "started version=%s ledger=%s base-url=%s rate=%s"
                            .formatted(
                                    Version.number(),
                                    LogFmt.quoted(ledgers.address().toString()),
                                    LogFmt.quoted(baseUrl),
                                    Optional.ofNullable(rate).map(Rate::toString).orElse("none"));
            console.err().println(LogFmt.line(console.clock().instant(), event));
        }
        return application;
    }

    private OpenRouterKeys access(AccountKeys read) {
        try {
            return new OpenRouterKeys(
                    endpoint(), read.keys(), this::rateLimit, console::variable, console.clock());
        } catch (IllegalArgumentException wrong) {
            throw new UsageException(String.valueOf(wrong.getMessage()));
        }
    }

    private RateLimiter rateLimit() {
        if (rate == null) {
            return RateLimiter.UNLIMITED;
        }
        try {
            return Application.rateLimit(rate.requests(), rate.time(), console.monotonic());
        } catch (IllegalArgumentException wrong) {
            throw new UsageException("--rate: " + wrong.getMessage());
        }
    }

    private OpenRouterAccess.Endpoint endpoint() {
        try {
            return OpenRouterAccess.Endpoint.at(baseUrl, options.concurrency());
        } catch (IllegalArgumentException wrong) {
            throw new UsageException("--base-url: " + wrong.getMessage());
        }
    }

    private AccountKeys keys() {
        try {
            AccountKeys read = keys.read(console::variable);
            if (read.isEmpty()) {
                throw new UsageException(AccountKeys.NONE);
            }
            return read;
        } catch (IllegalArgumentException wrong) {
            throw new UsageException(String.valueOf(wrong.getMessage()));
        }
    }
}
