package io.genledger.app.cli.collect;

import io.genledger.app.option.UsageException;
import io.genledger.app.option.convert.AccountConverter;
import io.genledger.app.option.convert.DurationConverter;
import io.genledger.domain.attribution.AccountName;
import io.genledger.ports.usecase.collect.CollectPlan;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code collect} that say how a run goes on and when it ends. */
final class RunOptions {

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            description = "Number of requests at once, 1 to 256. Default: ${DEFAULT-VALUE}.")
    private int concurrency = CollectPlan.DEFAULT.concurrency();

    @Option(
            names = "--give-up-after",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description =
                    "Age of a generation at which its id is given up if OpenRouter still answers"
                            + " 404. Default: 15m.")
    private Duration giveUpAfter = CollectPlan.DEFAULT.giveUpAfter();

    @Option(
            names = "--refresh-after",
            paramLabel = "AGE",
            converter = DurationConverter.class,
            description =
                    "Fetch recorded generations again once they are AGE old, e.g. 1d; a changed"
                            + " record becomes a new revision.")
    private @Nullable Duration refreshAfter;

    @Option(
            names = "--account",
            paramLabel = "NAME",
            converter = AccountConverter.class,
            description =
                    "Collect only ids that were tracked with this account, because a key belongs to"
                            + " one account. Default: the ids of all accounts.")
    private @Nullable AccountName account;

    @Option(
            names = "--wait",
            description =
                    "Run until no id is pending: each is recorded, given up or refused. Outages are"
                            + " waited out.")
    private boolean wait;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description =
                    "Longest time for --wait; the exit code is 1 if ids are still pending then, or"
                            + " 4 if OpenRouter is unavailable. Default: none.")
    private @Nullable Duration timeout;

    @Option(
            names = "--watch",
            description = "Run until stopped, and collect ids that are tracked meanwhile, too.")
    private boolean watch;

    @Option(
            names = "--max-backoff",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description =
                    "Longest delay by rate limits (Retry-After) to wait for; a longer one ends the"
                            + " run. Not with --wait or --watch. Default: 15m.")
    private @Nullable Duration maxBackoff;

    @Option(
            names = "--lease",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            hidden = true,
            description = "Time after which the claims of a killed run expire. Default: 3m.")
    private Duration lease = CollectPlan.DEFAULT.lease();

    int concurrency() {
        return concurrency;
    }

    /** Whether the run ends only when it is stopped. */
    boolean watches() {
        return watch;
    }

    /**
     * The plan of the run.
     *
     * @throws UsageException if options contradict each other, or one is out of range
     */
    CollectPlan plan() {
        refuseContradictions();
        try {
            CollectPlan plan =
                    CollectPlan.DEFAULT
                            .withConcurrency(concurrency)
                            .withGiveUpAfter(giveUpAfter)
                            .withLease(lease);
            plan = maxBackoff == null ? plan : plan.withMaxBackoff(maxBackoff);
            plan = refreshAfter == null ? plan : plan.withRefreshAfter(refreshAfter);
            plan = account == null ? plan : plan.withAccount(account);
            plan = wait ? plan.waitingForAll(Optional.ofNullable(timeout)) : plan;
            return watch ? plan.watching() : plan;
        } catch (IllegalArgumentException wrong) {
            throw new UsageException(String.valueOf(wrong.getMessage()));
        }
    }

    private void refuseContradictions() {
        if (wait && watch) {
            throw new UsageException(
                    "--wait cannot be combined with --watch, which runs until it is stopped");
        }
        if (timeout != null && !wait) {
            throw new UsageException("--timeout needs --wait");
        }
        if (maxBackoff != null && (wait || watch)) {
            throw new UsageException(
                    "--max-backoff cannot be combined with %s, which waits as long as OpenRouter asks"
                            .formatted(wait ? "--wait" : "--watch"));
        }
    }
}
