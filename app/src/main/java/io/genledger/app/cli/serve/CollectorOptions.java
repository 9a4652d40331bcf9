package io.genledger.app.cli.serve;

import io.genledger.app.Application;
import io.genledger.app.OpenRouterAccess;
import io.genledger.app.OpenRouterAccess.Endpoint;
import io.genledger.app.OpenRouterKeys;
import io.genledger.app.cli.console.Console;
import io.genledger.app.key.AccountKeys;
import io.genledger.app.key.KeyOptions;
import io.genledger.app.option.Rate;
import io.genledger.app.option.UsageException;
import io.genledger.app.option.convert.DurationConverter;
import io.genledger.app.service.ServiceEvent;
import io.genledger.app.service.ServiceEvents;
import io.genledger.app.service.collect.CollectorService;
import io.genledger.app.service.collect.PreparedCollection;
import io.genledger.app.service.collect.QueueProbe;
import io.genledger.ports.source.GenerationSource;
import io.genledger.ports.source.RateLimiter;
import io.genledger.ports.usecase.collect.CollectPlan;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The collector of the server. */
final class CollectorOptions {

    @Option(
            names = "--no-collect",
            description = "Do not fetch records: another process of the ledger collects.")
    private boolean isOff;

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            description =
                    "URL of the API from which records are fetched. Default:"
                            + " https://openrouter.ai/api/v1.")
    private String baseUrl = OpenRouterAccess.OPENROUTER;

    @Option(
            names = "--rate",
            paramLabel = "N/s",
            converter = Rate.Converter.class,
            description =
                    "Limit on requests per second, minute or hour: 20/s, 100/m, 1000/h. Default:"
                            + " none.")
    private @Nullable Rate rate;

    @Option(
            names = "--refresh-after",
            paramLabel = "AGE",
            converter = DurationConverter.class,
            description =
                    "Fetch recorded generations again once they are AGE old, e.g. 1d; a changed"
                            + " record becomes a new revision.")
    private @Nullable Duration refreshAfter;

    @Option(
            names = "--lease",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            hidden = true,
            description = "Time after which the claims of a killed server expire. Default: 3m.")
    private Duration lease = CollectPlan.DEFAULT.lease();

    @Mixin private KeyOptions keys = new KeyOptions();

    /**
     * The collector; empty if another process collects.
     *
     * @param decoration wraps the source of each key
     * @throws UsageException if an option is out of range
     */
    Optional<CollectorService> collector(
            Application application,
            Console console,
            ServiceEvents events,
            UnaryOperator<GenerationSource> decoration) {
        if (isOff) {
            return Optional.empty();
        }
        Endpoint endpoint = endpoint();
        // Refused now, not in the background.
        var unused = rateLimit(console);
        requirePlaces();
        return Optional.of(
                new CollectorService(
                        console.runtime(),
                        () ->
                                preparation(
                                        application, access(console, endpoint, events, decoration)),
                        plan(),
                        new QueueProbe(console.monotonic(), application.listPending()),
                        events));
    }

    /** Reads the keys again, which a person may have replaced. */
    private OpenRouterKeys access(
            Console console,
            Endpoint endpoint,
            ServiceEvents events,
            UnaryOperator<GenerationSource> decoration) {
        AccountKeys read = keys.read(console::variable);
        if (read.isEmpty()) {
            throw new IllegalArgumentException(AccountKeys.NONE);
        }
        read.warnings()
                .forEach(warning ->
                        events.add(
                                new ServiceEvent(console.clock().instant(), "warning")
                                        .with("reason", warning)));
        OpenRouterKeys access =
                new OpenRouterKeys(
                        endpoint,
                        read.keys(),
                        () -> rateLimit(console),
                        console::variable,
                        console.clock());
        access.decorate(decoration);
        return access;
    }

    private static PreparedCollection preparation(Application application, OpenRouterKeys access) {
        return new PreparedCollection(application.collectGenerations(access), access::close);
    }

    private void requirePlaces() {
        try {
            keys.requirePlaces();
        } catch (IllegalArgumentException wrong) {
            throw new UsageException("--key: " + wrong.getMessage());
        }
    }

    private CollectPlan plan() {
        try {
            CollectPlan plan = CollectPlan.DEFAULT.withLease(lease);
            return refreshAfter == null ? plan : plan.withRefreshAfter(refreshAfter);
        } catch (IllegalArgumentException wrong) {
            throw new UsageException(String.valueOf(wrong.getMessage()));
        }
    }

    private Endpoint endpoint() {
        try {
            return Endpoint.at(baseUrl, CollectPlan.DEFAULT.concurrency());
        } catch (IllegalArgumentException wrong) {
            throw new UsageException("--base-url: " + wrong.getMessage());
        }
    }

    private RateLimiter rateLimit(Console console) {
        if (rate == null) {
            return RateLimiter.UNLIMITED;
        }
        try {
            return Application.rateLimit(rate.requests(), rate.time(), console.monotonic());
        } catch (IllegalArgumentException wrong) {
            throw new UsageException("--rate: " + wrong.getMessage());
        }
    }
}
