package io.genledger.app.cli.serve;

import io.genledger.app.service.BackgroundService;
import io.genledger.app.service.BackgroundTask;
import io.genledger.app.service.Housekeeping;
import io.genledger.app.service.alert.AlertService;
import io.genledger.app.service.collect.CollectorService;
import io.genledger.app.service.follow.FollowService;
import io.genledger.app.service.lake.ShipService;
import io.genledger.app.view.health.ServerView;
import io.genledger.ports.usecase.runtime.RunEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What runs in the server beside its requests. */
final class RunningServices implements AutoCloseable {

    private final Housekeeping housekeeping;
    private final Optional<CollectorService> collector;
    private final Optional<FollowService> follow;
    private final Optional<AlertService> alerts;
    private final Optional<ShipService> lake;
    private final boolean hasLake;
    private final List<BackgroundService> all = new ArrayList<>();

    /**
     * Does not start yet.
     *
     * @param hasLake whether the server answers questions about a lake
     */
    RunningServices(
            RunEnvironment runtime,
            Housekeeping housekeeping,
            Optional<CollectorService> collector,
            Optional<FollowService> follow,
            Optional<AlertService> alerts,
            Optional<ShipService> lake,
            boolean hasLake) {
        this.housekeeping = housekeeping;
        this.collector = collector;
        this.follow = follow;
        this.alerts = alerts;
        this.lake = lake;
        this.hasLake = hasLake;
        all.add(new BackgroundTask("housekeeping", runtime, housekeeping::run));
        collector.ifPresent(all::add);
        follow.ifPresent(all::add);
        alerts.ifPresent(all::add);
        lake.ifPresent(all::add);
    }

    void start() {
        all.forEach(BackgroundService::start);
    }

    /** The state now. */
    ServerView state() {
        return new ServerView(
                collector.map(CollectorService::state),
                follow.map(FollowService::state),
                alerts.map(AlertService::state),
                lake.map(ShipService::state),
                hasLake,
                housekeeping.state());
    }

    /** Requests a stop of all without waiting. */
    void requestDrain() {
        all.forEach(BackgroundService::requestDrain);
    }

    @Override
    public void close() {
        requestDrain();
        all.forEach(BackgroundService::close);
    }
}
