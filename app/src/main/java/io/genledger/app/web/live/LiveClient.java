package io.genledger.app.web.live;

import io.genledger.app.view.feed.LiveEntryView;
import io.genledger.app.view.feed.LiveQueueView;
import io.genledger.ports.ledger.LedgerChanges.Change;
import io.genledger.ports.ledger.LedgerChanges.Changes;
import io.micronaut.http.sse.Event;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.BooleanSupplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** The events of one client. One that reads too slowly is ended, and may resume where it was. */
final class LiveClient {

    /** How many events may wait for a client. */
    static final int BUFFER = 4096;

    private final Sinks.Many<Event<?>> events =
            Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(BUFFER));
    private final BooleanSupplier permission;
    private long position;
    private Optional<LiveQueueView> lastQueue = Optional.empty();

    /**
     * @param position the number of the entry behind which the client's events begin
     * @param permission whether its token is still live
     */
    LiveClient(long position, BooleanSupplier permission) {
        this.position = position;
        this.permission = permission;
    }

    /** Ends the stream if its token was revoked or has expired; whether it goes on. */
    boolean isPermitted() {
        boolean isPermitted = permission.getAsBoolean();
        if (!isPermitted) {
            end();
        }
        return isPermitted;
    }

    Flux<Event<?>> events() {
        return events.asFlux();
    }

    /** The number of the entry behind which its next events begin. */
    synchronized long position() {
        return position;
    }

    synchronized void add(Changes changes) {
        for (Change change : changes.entries()) {
            add(
                    Event.of(LiveEntryView.of(change))
                            .id(Long.toString(change.number()))
                            .name(change.isCorrection() ? "corrected" : "recorded"));
        }
        position = changes.end();
    }

    /** Adds the queue if it is not what the client was told last. */
    synchronized void add(LiveQueueView queue) {
        if (!lastQueue.equals(Optional.of(queue))) {
            lastQueue = Optional.of(queue);
            add(Event.of(queue).name("queue"));
        }
    }

    /** A comment, by which a proxy and the client see that the connection is alive. */
    synchronized void addHeartbeat() {
        add(Event.of("").comment("heartbeat"));
    }

    private void add(Event<?> event) {
        if (events.tryEmitNext(event).isFailure()) {
            end();
        }
    }

    /** Ends the stream after the events that wait. */
    synchronized void end() {
        var unused = events.tryEmitComplete();
    }
}
