package io.genledger.app.service.collect;

import io.genledger.app.service.ServiceEvent;
import io.genledger.app.service.ServiceEvents;
import io.genledger.app.view.intake.CollectNotes;
import io.genledger.app.view.json.Forms;
import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.Outcome;
import io.genledger.ports.usecase.collect.CollectSummary;
import io.genledger.ports.usecase.collect.Delay;
import io.genledger.ports.usecase.runtime.RunEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The events of a run that watches: one for each notable event, and the counts once a minute. */
public final class CollectEvents implements CollectDisplay, DelayFolder.Lines {

    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private final RunEnvironment runtime;
    private final QueueProbe queue;
    private final ServiceEvents events;
    private final DelayFolder delays;
    private CollectSummary summary = CollectSummary.NOTHING;
    private Instant countsAt;

    /**
     * @param queue read for the counts
     */
    public CollectEvents(RunEnvironment runtime, QueueProbe queue, ServiceEvents events) {
        this.runtime = runtime;
        this.queue = queue;
        this.events = events;
        this.delays = new DelayFolder(runtime.monotonic(), this);
        this.countsAt = runtime.monotonic().instant().plus(INTERVAL);
    }

    @Override
    public void outcome(GenerationId id, Outcome outcome, Optional<String> reason) {
        if (CollectNotes.needsAttention(outcome)) {
            events.add(event(Forms.code(outcome)).with("id", id).with("reason", reason.orElse("")));
        }
    }

    @Override
    public void delayed(Delay delay) {
        delays.delayed(delay);
    }

    @Override
    public void resumed(Delay delay) {
        delays.resumed(delay);
    }

    @Override
    public void showDelay(Delay delay) {
        ServiceEvent event = event(delay);
        ServiceEvent since = delay.rateLimited() ? event : event.with("since", delay.since());
        events.add(
                delay.until()
                        .map(until -> since.with("until", until))
                        .orElse(since)
                        .with("reason", delay.reason()));
    }

    @Override
    public void showEnd(Delay delay, Duration lasted) {
        events.add(
                ofAccount(event("recovered"), delay)
                        .with("after", notNegative(lasted))
                        .with("ids", summary.count(Outcome.UNAVAILABLE)));
    }

    @Override
    public void showRepeated(RepeatedDelays repeated) {
        events.add(
                event(repeated.last())
                        .with("since", repeated.since())
                        .with("times", repeated.times())
                        .with("lasted", notNegative(repeated.lasted()))
                        .with("reason", repeated.last().reason()));
    }

    @Override
    public void ledgerUnavailable(String reason) {
        events.add(event("ledger-unavailable").with("reason", reason));
    }

    @Override
    public void ledgerAvailable() {
        events.add(event("ledger-available"));
    }

    @Override
    public void keyRefused(AccountName account, String reason) {
        events.add(event("key-refused").with("account", account).with("reason", reason));
    }

    @Override
    public void keyMissing(AccountName account) {
        events.add(event("key-missing").with("account", account));
    }

    @Override
    public void progress(CollectSummary soFar) {
        summary = soFar;
        delays.tick();
        Instant now = runtime.monotonic().instant();
        if (!now.isBefore(countsAt)) {
            countsAt = now.plus(INTERVAL);
            events.add(counts("counts"));
        }
    }

    @Override
    public CollectSummary summary() {
        return summary;
    }

    @Override
    public void close() {
        delays.flush();
        events.add(counts("stopped"));
    }

    private ServiceEvent counts(String name) {
        ServiceEvent event = event(name);
        for (Outcome outcome : Outcome.values()) {
            event = event.with(Forms.code(outcome), summary.count(outcome));
        }
        Optional<QueueProbe.Depth> depth = queue.depth();
        if (depth.isPresent()) {
            event = event.with("pending", depth.get().pending());
        }
        Optional<Instant> oldest = depth.flatMap(QueueProbe.Depth::oldest);
        if (oldest.isPresent()) {
            Duration age = Duration.between(oldest.get(), runtime.clock().instant());
            event = event.with("oldest", notNegative(age));
        }
        return event.with("spend-recorded", summary.spend().spend())
                .with("spend-unknown", summary.spend().unknownSpend());
    }

    private ServiceEvent event(Delay delay) {
        return ofAccount(event(delay.rateLimited() ? "backoff" : "outage"), delay);
    }

    private static ServiceEvent ofAccount(ServiceEvent event, Delay delay) {
        return delay.account().map(account -> event.with("account", account)).orElse(event);
    }

    private ServiceEvent event(String name) {
        return new ServiceEvent(runtime.clock().instant(), name);
    }

    private static Duration notNegative(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
