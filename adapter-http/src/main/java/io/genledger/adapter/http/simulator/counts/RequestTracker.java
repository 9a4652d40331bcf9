package io.genledger.adapter.http.simulator.counts;

import java.util.Optional;

/** Opens an {@link Exchange} for each request that a server receives. Thread-safe. */
public final class RequestTracker {

    private final RequestCounts counts = new RequestCounts();

    /** The counts of all exchanges so far; they change as further exchanges begin and end. */
    public RequestCounts counts() {
        return counts;
    }

    /** Opens the exchange of a request for one id. */
    public Exchange arrived(String id) {
        counts.arrived();
        IdCount count = counts.arrivedFor(id);
        return new Exchange(counts, Optional.of(id), count.requests(), counts.nextNumber());
    }

    /** Opens the exchange of a request that names no id or another path. */
    public Exchange arrivedWithoutId() {
        counts.arrived();
        return new Exchange(counts, Optional.empty(), 0, 0);
    }
}
