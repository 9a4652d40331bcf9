package io.genledger.ports.testkit;

import io.genledger.ports.source.BroadcastDeliveries;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The time of the last delivery in memory. */
public final class InMemoryBroadcastDeliveries implements BroadcastDeliveries {

    private final AtomicReference<Optional<Instant>> last = new AtomicReference<>(Optional.empty());

    /** The deliveries to a new ledger. */
    public InMemoryBroadcastDeliveries() {}

    @Override
    public void received(Instant at) {
        last.updateAndGet(before ->
                before.filter(noted -> at.isBefore(noted.plusSeconds(1)))
                        .or(() -> Optional.of(at)));
    }

    @Override
    public Optional<Instant> last() {
        return last.get();
    }
}
