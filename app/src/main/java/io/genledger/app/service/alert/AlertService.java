package io.genledger.app.service.alert;

import io.genledger.app.service.BackgroundService;
import io.genledger.app.service.BackgroundTask;
import io.genledger.app.service.FailureText;
import io.genledger.app.service.RestartBackoff;
import io.genledger.app.service.ServiceEvent;
import io.genledger.app.service.ServiceEvents;
import io.genledger.app.view.health.TaskView;
import io.genledger.ports.alert.Alert;
import io.genledger.ports.alert.AlertRules;
import io.genledger.ports.usecase.alert.SendAlerts;
import io.genledger.ports.usecase.runtime.RunEnvironment;
import java.time.Duration;
import java.util.Optional;

/**
 * Checks the alert rules once a minute and sends what changed. A message that was not delivered is
 * sent again, with a growing pause. Thread-safe.
 */
public final class AlertService implements BackgroundService {

    private static final Duration EVERY = Duration.ofMinutes(1);

    private final SendAlerts alerts;
    private final AlertRules rules;
    private final RunEnvironment runtime;
    private final ServiceEvents events;
    private final RestartBackoff backoff = new RestartBackoff();
    private final BackgroundTask task;
    private volatile TaskView state = TaskView.NEW;

    /** Does not start yet. */
    public AlertService(
            SendAlerts alerts, AlertRules rules, RunEnvironment runtime, ServiceEvents events) {
        this.alerts = alerts;
        this.rules = rules;
        this.runtime = runtime;
        this.events = events;
        this.task = new BackgroundTask("alerts", runtime, stop -> Optional.of(check()));
    }

    /** Starts to check on a thread of its own. */
    @Override
    public void start() {
        task.start();
    }

    /** Checks on the calling thread until it is stopped. */
    public void run() {
        task.run();
    }

    /** The state now; a failure is one of the ledger or of the delivery. */
    public TaskView state() {
        return state;
    }

    /** Requests a stop without waiting. */
    @Override
    public void requestDrain() {
        task.requestDrain();
    }

    /** Stops; returns after 10 s at the latest. */
    @Override
    public void close() {
        task.close();
    }

    private Duration check() {
        try {
            SendAlerts.Sent sent = alerts.check(rules);
            sent.sent().forEach(this::log);
            return sent.failure().map(this::failed).orElseGet(this::succeeded);
        } catch (RuntimeException | Error failure) {
            // The ledger may be available again at the next check.
            return failed(FailureText.of(failure));
        }
    }

    private void log(Alert alert) {
        events.add(
                event(alert.firing() ? "alert" : "alert-resolved")
                        .with("rule", alert.rule())
                        .with("value", alert.value())
                        .with("threshold", alert.threshold()));
    }

    private Duration failed(String reason) {
        state = state.failed(reason);
        events.add(event("alert-undelivered").with("reason", reason));
        return backoff.next();
    }

    private Duration succeeded() {
        state = state.succeeded(runtime.clock().instant());
        backoff.reset();
        return EVERY;
    }

    private ServiceEvent event(String name) {
        return new ServiceEvent(runtime.clock().instant(), name);
    }
}
