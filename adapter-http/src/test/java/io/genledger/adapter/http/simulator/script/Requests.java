package io.genledger.adapter.http.simulator.script;

import io.genledger.adapter.http.simulator.MetadataRequest;
import java.time.Duration;
import java.time.Instant;

/** Requests that nobody sent. */
final class Requests {

    private Requests() {}

    static MetadataRequest first(String id) {
        return nth(id, 1);
    }

    static MetadataRequest nth(String id, int nth) {
        return new MetadataRequest(id, nth, nth, Instant.EPOCH, Duration.ZERO, "key");
    }
}
