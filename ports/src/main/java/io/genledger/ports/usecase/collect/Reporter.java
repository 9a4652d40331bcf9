package io.genledger.ports.usecase.collect;

import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.report.SpendTotals;
import io.genledger.ports.ledger.Recording;
import io.genledger.ports.queue.Outcome;
import io.genledger.ports.source.SourceUnavailableException;
import io.genledger.ports.usecase.collect.policy.Decision;
import io.genledger.ports.usecase.collect.policy.Incident;
import io.genledger.ports.usecase.collect.policy.RunTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Counts committed outcomes, and tells the listener each event once. For use by one thread. */
final class Reporter {

    /** As long as the shortest backoffs of the ids that it delays. */
    private static final Duration LONG_DELAY = Duration.ofSeconds(10);

    private final CollectListener listener;
    private final List<AccountRun> runs;
    private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
    private final Map<GenerationId, Outcome> preliminary = new Preliminary();
    private SpendTotals spend = SpendTotals.NONE;
    private final Map<AccountRun, Delay> delays = new HashMap<>();
    private final Set<AccountRun> refused = new HashSet<>();
    private final Set<AccountName> missing = new HashSet<>();
    private Optional<String> ledgerFailure = Optional.empty();

    Reporter(CollectListener listener, List<AccountRun> runs) {
        this.listener = listener;
        this.runs = runs;
    }

    /**
     * Outcomes that a later outcome of the same id replaces. That may happen in another process, so
     * the oldest are dropped from memory; they stay counted.
     */
    private static final class Preliminary extends LinkedHashMap<GenerationId, Outcome> {

        private static final long serialVersionUID = 1L;
        private static final int MOST = 100_000;

        @Override
        protected boolean removeEldestEntry(Map.Entry<GenerationId, Outcome> eldest) {
            return size() > MOST;
        }
    }

    /** Counts committed outcomes and reports them. */
    void report(List<Settlements.Committed> outcomes, RunTime now) {
        for (Settlements.Committed committed : outcomes) {
            Decision decision = committed.decision();
            count(decision.id(), committed.outcome());
            if (committed.outcome() == Outcome.RECORDED
                    || committed.outcome() == Outcome.REPLACED) {
                decision.recording()
                        .map(Recording::entry)
                        .map(SpendTotals::of)
                        .ifPresent(this::add);
            }
            AccountRun run = committed.run();
            if (committed.outcome() == Outcome.UNAVAILABLE && !run.gate().isClosed()) {
                run.gate().incident().ifPresent(incident -> reportDelay(run, incident, now));
            }
            listener.outcome(decision.id(), committed.outcome(), decision.reason());
        }
        reportProgress();
    }

    private void add(SpendTotals recorded) {
        spend = spend.plus(recorded);
    }

    /** An id with several outcomes counts by the last one. */
    private void count(GenerationId id, Outcome outcome) {
        Outcome earlier = preliminary.remove(id);
        if (earlier != null) {
            counts.merge(earlier, -1L, Long::sum);
        }
        counts.merge(outcome, 1L, Long::sum);
        if (!outcome.isFinal()) {
            preliminary.put(id, outcome);
        }
    }

    /**
     * Reports that the source delays the run, or that it does so no more.
     *
     * @return the parts of the run whose delay has ended after some time, so that their ids need
     *     not wait for their backoffs. After a short one they do, because only their own requests
     *     may have failed
     */
    List<AccountRun> reportDelays(RunTime now) {
        return runs.stream().filter(run -> reportDelay(run, now)).toList();
    }

    private boolean reportDelay(AccountRun run, RunTime now) {
        Optional<Incident> incident = run.gate().incident();
        Optional<Delay> ended =
                incident.isEmpty() ? Optional.ofNullable(delays.remove(run)) : Optional.empty();
        if (ended.isPresent()) {
            listener.resumed(ended.get());
        } else if (incident.flatMap(Incident::backoffUntil).isPresent() && !run.gate().isClosed()) {
            reportDelay(run, incident.get(), now);
        }
        return ended.filter(over -> isLong(over, now)).isPresent();
    }

    /** Reports the keys that were refused while the run goes on with others, and returns these. */
    List<AccountRun> reportRefusals() {
        List<AccountRun> added =
                runs.stream()
                        .filter(run -> run.gate().refusal().isPresent())
                        .filter(refused::add)
                        .toList();
        for (AccountRun run : added) {
            String reason = run.gate().refusal().map(Throwable::getMessage).orElse("");
            run.account().ifPresent(account -> listener.keyRefused(account, reason));
        }
        return added;
    }

    /** Reports the accounts without a key that were not reported before. */
    void reportMissingKeys(Set<AccountName> accounts) {
        accounts.stream()
                .filter(missing::add)
                .sorted(Comparator.comparing(AccountName::value))
                .forEach(listener::keyMissing);
    }

    private static boolean isLong(Delay delay, RunTime now) {
        return Duration.between(delay.since(), now.wall()).compareTo(LONG_DELAY) >= 0;
    }

    private void reportDelay(AccountRun run, Incident incident, RunTime now) {
        SourceUnavailableException why = incident.latest();
        boolean known =
                Optional.ofNullable(delays.get(run))
                        .filter(reported ->
                                reported.until().isPresent() || incident.backoffUntil().isEmpty())
                        .isPresent();
        if (!known) {
            Delay started =
                    new Delay(
                            wallTime(incident.since(), now),
                            incident.backoffUntil().map(until -> wallTime(until, now)),
                            why.isRateLimited(),
                            String.valueOf(why.getMessage()),
                            run.account());
            delays.put(run, started);
            listener.delayed(started);
        }
    }

    private static Instant wallTime(Instant monotonic, RunTime now) {
        return now.wall().plus(Duration.between(now.monotonic(), monotonic));
    }

    /** No id is pending any more, so the outcomes that left ids pending are over. */
    void dropPending() {
        counts.keySet().removeIf(outcome -> !outcome.isFinal());
        preliminary.clear();
    }

    void reportLedgerFailure(String reason) {
        if (!ledgerFailure.equals(Optional.of(reason))) {
            ledgerFailure = Optional.of(reason);
            listener.ledgerUnavailable(reason);
        }
    }

    void reportLedgerSuccess() {
        if (ledgerFailure.isPresent()) {
            ledgerFailure = Optional.empty();
            listener.ledgerAvailable();
        }
    }

    void reportProgress() {
        listener.progress(summary(false));
    }

    /**
     * The counts so far. States an outage only while ids are pending because of it.
     *
     * @param timedOut whether the run has ended at its timeout
     */
    CollectSummary summary(boolean timedOut) {
        Map<Outcome, Long> present = new EnumMap<>(counts);
        present.values().removeIf(count -> count == 0);
        return new CollectSummary(
                present,
                spend,
                runs.stream().flatMap(run -> run.gate().refusal().stream()).findFirst(),
                runs.stream()
                        .flatMap(run -> run.gate().outage().stream())
                        .filter(any -> present.containsKey(Outcome.UNAVAILABLE))
                        .findFirst(),
                timedOut);
    }
}
