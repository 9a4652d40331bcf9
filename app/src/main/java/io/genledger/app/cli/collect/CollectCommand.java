package io.genledger.app.cli.collect;

import io.genledger.adapter.http.ApiKey;
import io.genledger.adapter.http.HttpGenerationSource;
import io.genledger.adapter.http.HttpSourceSettings;
import io.genledger.adapter.http.TokenBucketRateLimiter;
import io.genledger.app.Application;
import io.genledger.app.cli.GenledgerCommand;
import io.genledger.app.cli.Parent;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.UsageException;
import io.genledger.app.cli.option.DurationConverter;
import io.genledger.app.cli.option.Rate;
import io.genledger.app.cli.render.JsonText;
import io.genledger.ports.source.RateLimiter;
import io.genledger.ports.usecase.collect.CollectPlan;
import io.genledger.ports.usecase.collect.CollectSummary;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Fetches what is pending. */
@Command(
        name = "collect",
        description = {
            "Fetches the metadata of all generations that are pending and due.",
            "The key is read from the variable OPENROUTER_API_KEY, and from nowhere else.",
            "When OpenRouter asks to slow down, the whole run rests as long as it was told, halves"
                    + " the number of requests under way, and goes on."
        },
        footerHeading = "%nWatching:%n",
        footer = {
            "  With --watch, a terminal shows one status line. Elsewhere, standard error gets lines"
                    + " of",
            "  time=… event=… key=value …: started, given-up, failed, rests, waits-for-ledger as",
            "  they happen; counts once a minute; stopped, and then refused or unavailable if that",
            "  is why. SIGTERM lets requests under way end, within 10 s, and exits with 0.",
            "",
            "Example:",
            "  export OPENROUTER_API_KEY=sk-or-…",
            "  genledger collect --patience 30m",
            "  genledger collect --watch --rate 20/s --settle 1d"
        })
public final class CollectCommand implements Callable<Integer> {

    private static final String KEY = "OPENROUTER_API_KEY";

    @ParentCommand private @Nullable GenledgerCommand root;

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            description = "Where OpenRouter answers. Default: https://openrouter.ai/api/v1.")
    private String baseUrl = HttpSourceSettings.OPENROUTER.toString();

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            description = "Requests under way at once, 1 to 256. Default: ${DEFAULT-VALUE}.")
    private int concurrency = CollectPlan.DEFAULT.concurrency();

    @Option(
            names = "--patience",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description =
                    "How long after its request a generation that OpenRouter does not know may"
                            + " still appear; then it is given up. Default: 15m.")
    private Duration patience = CollectPlan.DEFAULT.giveUpAfter();

    @Option(
            names = "--rate",
            paramLabel = "N/s",
            converter = Rate.Converter.class,
            description = "Requests a second (or /m, /h) at most. Default: as OpenRouter allows.")
    private @Nullable Rate rate;

    @Option(
            names = "--settle",
            paramLabel = "AGE",
            converter = DurationConverter.class,
            description =
                    "Read generations once more that are kept, this old by now, and were younger"
                            + " when they were read last: a changed record becomes a new"
                            + " revision.")
    private @Nullable Duration settle;

    @Option(
            names = "--watch",
            description = "Keep going until told to stop, and collect what is tracked meanwhile.")
    private boolean watch;

    @Option(
            names = "--max-rest",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description =
                    "How long OpenRouter may ask to be left alone before the run ends instead of"
                            + " resting; not with --watch. Default: 15m.")
    private @Nullable Duration maxRest;

    @Option(
            names = "--lease",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            hidden = true,
            description = "How long claims outlive a run that died. Default: 3m.")
    private Duration lease = CollectPlan.DEFAULT.lease();

    @Override
    public Integer call() {
        GenledgerCommand program = Parent.of(root);
        CollectPlan plan = plan();
        HttpSourceSettings settings = settings();
        RateLimiter pacing = pacing(program.environment());
        ApiKey key = key(program.environment());
        try (Application wiring =
                        watch ? program.openLedgerToRunOn() : program.openExistingLedger();
                HttpGenerationSource source =
                        new HttpGenerationSource(key, settings, program.environment().clock())) {
            CollectRun run = new CollectRun(program, wiring);
            CollectSummary summary = run.collect(source, pacing, plan);
            print(program, summary);
            return run.exitCodeOf(summary);
        }
    }

    private static void print(GenledgerCommand program, CollectSummary summary) {
        program.print(
                program.printsJson()
                        ? JsonText.of(JsonText.collected(summary))
                        : CollectRun.sentence(summary));
    }

    private CollectPlan plan() {
        if (watch && maxRest != null) {
            throw new UsageException("--max-rest: a run that watches rests as long as it is told");
        }
        try {
            CollectPlan plan =
                    CollectPlan.DEFAULT
                            .withConcurrency(concurrency)
                            .withGiveUpAfter(patience)
                            .withLease(lease);
            plan = maxRest == null ? plan : plan.withMaxBackoff(maxRest);
            plan = settle == null ? plan : plan.withRefreshAfter(settle);
            return watch ? plan.watching() : plan;
        } catch (IllegalArgumentException wrong) {
            throw new UsageException(String.valueOf(wrong.getMessage()));
        }
    }

    private RateLimiter pacing(Console environment) {
        if (rate == null) {
            return RateLimiter.UNLIMITED;
        }
        try {
            return new TokenBucketRateLimiter(
                    rate.requests(), rate.time(), environment.monotonic());
        } catch (IllegalArgumentException wrong) {
            throw new UsageException("--rate: " + wrong.getMessage());
        }
    }

    private HttpSourceSettings settings() {
        try {
            return HttpSourceSettings.DEFAULT
                    .withBase(new URI(baseUrl))
                    .withMaxConnections(concurrency);
        } catch (URISyntaxException noUrl) {
            throw new UsageException("--base-url: expected e.g. " + HttpSourceSettings.OPENROUTER);
        } catch (IllegalArgumentException wrong) {
            throw new UsageException("--base-url: " + wrong.getMessage());
        }
    }

    private static ApiKey key(Console environment) {
        String key =
                environment
                        .variable(KEY)
                        .orElseThrow(() ->
                                new UsageException(
                                        "no key: set the variable "
                                                + KEY
                                                + " to a key of your OpenRouter account"));
        try {
            return new ApiKey(key.strip());
        } catch (IllegalArgumentException wrong) {
            throw new UsageException(KEY + ": " + wrong.getMessage());
        }
    }
}
