package io.genledger.app.service.lake;

import io.genledger.app.service.BackgroundService;
import io.genledger.app.service.BackgroundTask;
import io.genledger.app.service.FailureText;
import io.genledger.app.service.RestartBackoff;
import io.genledger.app.service.ServiceEvent;
import io.genledger.app.service.ServiceEvents;
import io.genledger.app.view.health.TaskView;
import io.genledger.ports.usecase.lake.ShipEntries;
import io.genledger.ports.usecase.lake.Shipping;
import io.genledger.ports.usecase.runtime.RunEnvironment;
import java.time.Duration;
import java.util.Optional;

/**
 * Ships a ledger's new entries again and again. What fails is tried again, with a growing pause; a
 * ledger of another history ends it, since only a person can tell what is right. Thread-safe.
 */
public final class ShipService implements BackgroundService {

    private final ShipEntries entries;
    private final Duration every;
    private final RunEnvironment runtime;
    private final ServiceEvents events;
    private final RestartBackoff backoff = new RestartBackoff();
    private final BackgroundTask task;
    private volatile Optional<String> ended = Optional.empty();
    private volatile TaskView state = TaskView.NEW;

    /**
     * Does not start yet.
     *
     * @param every the pause between two looks for new entries
     */
    public ShipService(
            ShipEntries entries, Duration every, RunEnvironment runtime, ServiceEvents events) {
        this.entries = entries;
        this.every = every;
        this.runtime = runtime;
        this.events = events;
        this.task = new BackgroundTask("lake", runtime, stop -> ship());
    }

    /** Starts to ship on a thread of its own. */
    @Override
    public void start() {
        task.start();
    }

    /** Ships on the calling thread until it is stopped. */
    public void run() {
        task.run();
    }

    /** The state now; a failure is one of the ledger or the lake. */
    public TaskView state() {
        return state;
    }

    /** Why it ended by itself; empty if it did not. */
    public Optional<String> ended() {
        return ended;
    }

    /** Requests a stop without waiting. */
    @Override
    public void requestDrain() {
        task.requestDrain();
    }

    /** Stops; returns after 10 s at the latest. A statement under way lives on in the server. */
    @Override
    public void close() {
        task.close();
    }

    private Optional<Duration> ship() {
        try {
            Shipping shipping = entries.ship(rows -> {});
            Optional<String> obstacle = ShippingText.obstacle(shipping);
            if (obstacle.isPresent()) {
                if (!(shipping instanceof Shipping.Overtaken)) {
                    ended = obstacle;
                    state = state.failed(obstacle.get());
                    events.add(event("lake-stopped").with("reason", obstacle.get()));
                    return Optional.empty();
                }
                return Optional.of(failed(obstacle.get()));
            }
            return Optional.of(succeeded((Shipping.Complete) shipping));
        } catch (RuntimeException | Error failure) {
            // Lake and ledger may be available again at the next look.
            return Optional.of(failed(FailureText.of(failure)));
        }
    }

    private Duration succeeded(Shipping.Complete shipping) {
        backoff.reset();
        state = state.succeeded(runtime.clock().instant());
        if (shipping.rows() > 0) {
            events.add(
                    event("lake-shipped")
                            .with("rows", shipping.rows())
                            .with("last", shipping.last()));
        }
        return every;
    }

    private Duration failed(String reason) {
        state = state.failed(reason);
        events.add(event("lake-failed").with("reason", reason));
        return backoff.next();
    }

    private ServiceEvent event(String name) {
        return new ServiceEvent(runtime.clock().instant(), name);
    }
}
