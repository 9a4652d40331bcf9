package io.genledger.ports.usecase.collect;

import io.genledger.domain.attribution.AccountName;
import io.genledger.ports.document.MetadataDecoder;
import io.genledger.ports.queue.Claims;
import io.genledger.ports.queue.RefreshQueue;
import io.genledger.ports.source.AccountSource;
import io.genledger.ports.source.GenerationSource;
import io.genledger.ports.source.RateLimiter;
import io.genledger.ports.usecase.collect.attempt.FetchStep;
import io.genledger.ports.usecase.collect.attempt.FetchWorkers;
import io.genledger.ports.usecase.collect.attempt.LeasedClaims;
import io.genledger.ports.usecase.collect.attempt.Refresher;
import io.genledger.ports.usecase.collect.attempt.WorkSignal;
import io.genledger.ports.usecase.collect.policy.ReadinessSchedule;
import io.genledger.ports.usecase.collect.policy.SettlementPolicy;
import io.genledger.ports.usecase.collect.policy.SourceGate;
import io.genledger.ports.usecase.runtime.RunEnvironment;
import io.genledger.ports.usecase.runtime.StopSignal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Fetches the metadata of ids that are pending and due, and records it. The outcome of an id is
 * committed before it is reported or counted. After an interruption or a crash, an id without a
 * committed outcome is still pending.
 */
public final class CollectGenerations {

    private final Claims claims;
    private final RefreshQueue refreshes;
    private final List<AccountSource> sources;
    private final MetadataDecoder decoder;
    private final RunEnvironment runtime;

    /**
     * Claims ids from {@code claims} and fetches each with the key of its account. An id that this
     * key does not find is fetched with the others, and its record then belongs to their account.
     *
     * @param refreshes used only by plans with a refresh age
     * @param sources one for each key; a key for every account is the only one
     * @throws IllegalArgumentException if there is no key, a key for every account beside others,
     *     or two keys of one account
     */
    public CollectGenerations(
            Claims claims,
            RefreshQueue refreshes,
            List<AccountSource> sources,
            MetadataDecoder decoder,
            RunEnvironment runtime) {
        this.claims = claims;
        this.refreshes = refreshes;
        this.sources = List.copyOf(sources);
        this.decoder = decoder;
        this.runtime = runtime;
        long accounts =
                sources.stream()
                        .map(AccountSource::account)
                        .flatMap(Optional::stream)
                        .distinct()
                        .count();
        if (sources.isEmpty() || (accounts < sources.size() && sources.size() > 1)) {
            throw new IllegalArgumentException(
                    "expected one key for every account, or one key for each account");
        }
    }

    /** Fetches the ids of every account with one key. */
    public CollectGenerations(
            Claims claims,
            RefreshQueue refreshes,
            GenerationSource source,
            MetadataDecoder decoder,
            RateLimiter rateLimiter,
            RunEnvironment runtime) {
        this(
                claims,
                refreshes,
                List.of(AccountSource.ofEveryAccount(source, rateLimiter)),
                decoder,
                runtime);
    }

    /**
     * Collects until the end of {@code plan}, until the source refuses, or until {@code stop} is
     * requested. A stop request does not wait for requests under way; their ids are due again at
     * once. A drain request and a timeout wait for them.
     *
     * <p>An id that could not be fetched or decoded is retried a few times within the run. When the
     * source limits the rate, the whole run backs off and then continues.
     *
     * <p>An id may fall due again within the run. The listener receives each of its outcomes; the
     * summary counts the last one.
     *
     * <p>A fault of Genledger itself ends the run and is thrown unchanged. The id that caused it is
     * due again later, so that the next run fetches other ids first.
     *
     * @param listener called by the collecting thread only
     * @throws io.genledger.ports.ledger.LedgerUnavailableException if outcomes could not be
     *     committed; their ids are still pending
     */
    public CollectSummary collect(CollectPlan plan, CollectListener listener, StopSignal stop) {
        Optional<Duration> maxBackoff =
                plan.outlastsOutages() ? Optional.empty() : Optional.of(plan.maxBackoff());
        ReadinessSchedule schedule = new ReadinessSchedule(plan.giveUpAfter());
        WorkSignal signal = new WorkSignal(runtime);
        AccountRuns runs =
                new AccountRuns(
                        used(plan).stream()
                                .map(source -> run(source, plan, maxBackoff, signal))
                                .toList(),
                        schedule);
        return new CollectLoop(
                        plan,
                        stop,
                        runtime,
                        runs,
                        signal,
                        claims,
                        new Settlements(claims, runs, new SettlementPolicy(schedule), runtime),
                        new Reporter(listener, runs.all()))
                .run();
    }

    /** The key of the plan's account, if there is one; otherwise all keys. */
    private List<AccountSource> used(CollectPlan plan) {
        List<AccountSource> own =
                sources.stream()
                        .filter(source -> plan.account().equals(source.account()))
                        .filter(source -> source.account().isPresent())
                        .toList();
        return own.isEmpty() ? sources : own;
    }

    private AccountRun run(
            AccountSource source,
            CollectPlan plan,
            Optional<Duration> maxBackoff,
            WorkSignal signal) {
        SourceGate gate =
                new SourceGate(
                        plan.concurrency(), maxBackoff, runtime.monotonic(), runtime.random());
        Set<AccountName> accounts = accounts(source, plan);
        LeasedClaims work =
                new LeasedClaims(
                        accounts.isEmpty() ? claims : claims.ofAccounts(accounts),
                        new Refresher(refreshes(accounts), plan.refreshAfter()),
                        runtime,
                        plan.lease(),
                        plan.concurrency());
        FetchStep step = new FetchStep(source.source(), decoder);
        FetchWorkers workers =
                new FetchWorkers(work, gate, source.rateLimiter(), step::fetch, signal, runtime);
        return new AccountRun(source.account(), gate, work, workers);
    }

    private List<RefreshQueue> refreshes(Set<AccountName> accounts) {
        return accounts.isEmpty()
                ? List.of(refreshes)
                : accounts.stream().map(refreshes::ofAccount).toList();
    }

    /**
     * The accounts whose ids a key fetches first; empty for those of all. Ids of the account {@code
     * default} belong to an account that was not named: without a key of its own, each key takes
     * some of them.
     */
    private Set<AccountName> accounts(AccountSource source, CollectPlan plan) {
        boolean hasDefault =
                sources.stream()
                        .anyMatch(each -> each.account().equals(Optional.of(AccountName.DEFAULT)));
        return plan.account()
                .map(Set::of)
                .or(() ->
                        source.account()
                                .map(own ->
                                        hasDefault || sources.size() == 1
                                                ? Set.of(own)
                                                : Set.of(own, AccountName.DEFAULT)))
                .orElse(Set.of());
    }
}
