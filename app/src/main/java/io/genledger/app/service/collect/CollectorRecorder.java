package io.genledger.app.service.collect;

import io.genledger.app.service.collect.CollectorState.Phase;
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
    private final Map<Outcome, Long> earlier = new EnumMap<>(Outcome.class);
    private final Map<Optional<AccountName>, Delay> delays = new LinkedHashMap<>();
    private final Map<AccountName, String> refused = new LinkedHashMap<>();
    private final Set<AccountName> missing =
            new TreeSet<>(Comparator.comparing(AccountName::value));
    private SpendTotals earlierSpend = SpendTotals.NONE;
    private CollectSummary run = CollectSummary.NOTHING;
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
    }

    /** A run begins; the counts of the last one are kept. */
    synchronized void collecting() {
        run.counts().forEach((outcome, count) -> earlier.merge(outcome, count, Long::sum));
        earlierSpend = earlierSpend.plus(run.spend());
        run = CollectSummary.NOTHING;
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
        run = summary;
    }

    synchronized boolean hasRefusedKeys() {
        return !refused.isEmpty();
    }

    synchronized CollectorState state() {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        counts.putAll(earlier);
        run.counts().forEach((outcome, count) -> counts.merge(outcome, count, Long::sum));
        return new CollectorState(
                phase,
                reason,
                nextStart,
                lastResponse,
                lastRecorded,
                counts,
                earlierSpend.plus(run.spend()),
                List.copyOf(delays.values()),
                rateLimits,
                outages,
                refused,
                missing,
                ledgerFailure);
    }
}
