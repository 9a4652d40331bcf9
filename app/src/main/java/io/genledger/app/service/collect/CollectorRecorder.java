package io.genledger.app.service.collect;

import io.genledger.app.view.health.CollectorView;
import io.genledger.app.view.health.CollectorView.Phase;
import io.genledger.app.view.health.CollectorView.RefusedKey;
import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.report.SpendTotals;
import io.genledger.ports.queue.Outcome;
import io.genledger.ports.usecase.collect.CollectListener;
import io.genledger.ports.usecase.collect.CollectSummary;
import io.genledger.ports.usecase.collect.Delay;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Keeps the state of a collector up to date from the events of its runs. Thread-safe. */
final class CollectorRecorder implements CollectListener {

    private final InstantSource clock;
    private final Map<Outcome, Long> fetches = new EnumMap<>(Outcome.class);
    private final Map<Optional<AccountName>, Delay> delays = new LinkedHashMap<>();
    private final Map<AccountName, String> refused = new LinkedHashMap<>();
    private final Set<AccountName> missing =
            new TreeSet<>(Comparator.comparing(AccountName::value));
    private SpendTotals earlierSpend = SpendTotals.NONE;
    private SpendTotals spend = SpendTotals.NONE;
    private Phase phase = Phase.NEW;
    private Optional<String> reason = Optional.empty();
    private Optional<Instant> nextStart = Optional.empty();
    private Optional<Instant> lastResponse = Optional.empty();
    private Optional<Instant> lastRecorded = Optional.empty();
    private Optional<String> ledgerFailure = Optional.empty();
    private long rateLimits;
    private long outages;

    CollectorRecorder(InstantSource clock) {
        this.clock = clock;
        for (Outcome outcome : Outcome.values()) {
            fetches.put(outcome, 0L);
        }
    }

    /** A run begins; the counts and the spend of the earlier ones are kept. */
    synchronized void collecting() {
        earlierSpend = earlierSpend.plus(spend);
        spend = SpendTotals.NONE;
        delays.clear();
        refused.clear();
        missing.clear();
        ledgerFailure = Optional.empty();
        become(Phase.COLLECTING, Optional.empty(), Optional.empty());
    }

    synchronized void become(Phase next, Optional<String> why, Optional<Instant> start) {
        phase = next;
        reason = why;
        nextStart = start;
    }

    @Override
    public synchronized void outcome(GenerationId id, Outcome outcome, Optional<String> why) {
        Optional<Instant> now = Optional.of(clock.instant());
        fetches.merge(outcome, 1L, Long::sum);
        if (outcome != Outcome.UNAVAILABLE && outcome != Outcome.FAILED) {
            lastResponse = now;
        }
        if (outcome.isRecorded()) {
            lastRecorded = now;
        }
    }

    @Override
    public synchronized void delayed(Delay delay) {
        if (delays.put(delay.account(), delay) == null) {
            rateLimits += delay.rateLimited() ? 1 : 0;
            outages += delay.rateLimited() ? 0 : 1;
        }
    }

    @Override
    public synchronized void resumed(Delay delay) {
        delays.remove(delay.account());
    }

    @Override
    public synchronized void ledgerUnavailable(String why) {
        ledgerFailure = Optional.of(why);
    }

    @Override
    public synchronized void ledgerAvailable() {
        ledgerFailure = Optional.empty();
    }

    @Override
    public synchronized void keyRefused(AccountName account, String why) {
        refused.put(account, why);
    }

    @Override
    public synchronized void keyMissing(AccountName account) {
        missing.add(account);
    }

    @Override
    public synchronized void progress(CollectSummary summary) {
        spend = summary.spend();
    }

    synchronized boolean hasRefusedKeys() {
        return !refused.isEmpty();
    }

    synchronized CollectorView state() {
        SpendTotals all = earlierSpend.plus(spend);
        return new CollectorView(
                phase,
                reason,
                nextStart,
                lastResponse,
                lastRecorded,
                new EnumMap<>(fetches),
                all.spend(),
                all.unknownSpend(),
                List.copyOf(delays.values()),
                rateLimits,
                outages,
                refused.entrySet().stream()
                        .map(each -> new RefusedKey(each.getKey(), each.getValue()))
                        .toList(),
                List.copyOf(missing),
                ledgerFailure);
    }
}
