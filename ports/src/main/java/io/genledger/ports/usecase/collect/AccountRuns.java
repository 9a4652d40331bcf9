package io.genledger.ports.usecase.collect;

import io.genledger.domain.attribution.AccountName;
import io.genledger.ports.source.SourceRefusedException;
import io.genledger.ports.usecase.collect.attempt.Attempt;
import io.genledger.ports.usecase.collect.attempt.FetchWorkers.Finished;
import io.genledger.ports.usecase.collect.policy.FetchResult;
import io.genledger.ports.usecase.collect.policy.ReadinessSchedule;
import io.genledger.ports.usecase.collect.policy.RunTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The parts of one run, each with its key. An id that its own key does not find is fetched with the
 * others: its account may be unknown or wrong. For use by one thread.
 */
final class AccountRuns {

    private final List<AccountRun> all;
    private final ReadinessSchedule schedule;

    /**
     * @param all at least one; if there are several, each has an account
     */
    AccountRuns(List<AccountRun> all, ReadinessSchedule schedule) {
        this.all = all;
        this.schedule = schedule;
    }

    List<AccountRun> all() {
        return all;
    }

    void forEach(Consumer<AccountRun> action) {
        all.forEach(action);
    }

    /** Whether no key may be used any more. */
    boolean areClosed() {
        return all.stream().allMatch(run -> run.gate().isClosed());
    }

    boolean areIdle() {
        return all.stream().allMatch(run -> run.workers().isIdle());
    }

    void close() {
        all.forEach(run -> run.workers().close());
    }

    void release() {
        all.forEach(run -> run.work().release());
    }

    /** The accounts whose ids no key of these fetches. */
    Set<AccountName> withoutKey(Set<AccountName> accounts) {
        boolean any = all.stream().anyMatch(run -> run.account().isEmpty());
        return any
                ? Set.of()
                : accounts.stream()
                        .filter(account -> !hasKey(account))
                        .filter(account -> !account.equals(AccountName.DEFAULT))
                        .collect(Collectors.toSet());
    }

    private boolean hasKey(AccountName account) {
        return all.stream().anyMatch(run -> run.account().equals(Optional.of(account)));
    }

    /**
     * Passes an attempt without a record to the next key, if the record should be ready or its
     * account has no key.
     *
     * @return whether it was passed on
     */
    boolean passOn(AccountRun run, Finished finished, RunTime now) {
        Optional<AccountRun> next =
                run.account()
                        .filter(any -> finished.result() instanceof FetchResult.NotFound)
                        .filter(any -> mayBelongToOthers(finished.attempt(), now))
                        .flatMap(any ->
                                others(run, finished.attempt())
                                        .filter(other -> !other.gate().isClosed())
                                        .filter(other -> !other.work().isFull())
                                        .findFirst());
        next.ifPresent(other ->
                run.work()
                        .moveTo(
                                other.work(),
                                finished.attempt()
                                        .withoutRecordOf(
                                                run.account().orElseThrow(), finished.result())));
        return next.isPresent();
    }

    private boolean mayBelongToOthers(Attempt attempt, RunTime now) {
        return !hasKey(attempt.claim().account()) || schedule.isUsuallyReady(attempt.claim(), now);
    }

    private Stream<AccountRun> others(AccountRun run, Attempt attempt) {
        return all.stream()
                .filter(other -> !other.equals(run))
                .filter(other -> other.account().filter(attempt.without()::contains).isEmpty());
    }

    /** The result to settle an attempt by: a missing record states which keys were not asked. */
    FetchResult settled(AccountRun run, Attempt attempt, FetchResult result) {
        if (!(result instanceof FetchResult.NotFound missing)) {
            return result;
        }
        String unasked =
                others(run, attempt).map(AccountRuns::reason).collect(Collectors.joining("; "));
        return new FetchResult.NotFound(
                missing.message(), Optional.of(unasked).filter(text -> !text.isEmpty()));
    }

    private static String reason(AccountRun run) {
        return "the key of the account "
                + run.account().map(AccountName::value).orElse("")
                + " was not asked: "
                + run.gate()
                        .refusal()
                        .map(SourceRefusedException::getMessage)
                        .orElse("the source was unavailable, or the run ended");
    }
}
