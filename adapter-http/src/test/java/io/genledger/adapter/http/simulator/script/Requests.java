package io.genledger.adapter.http.simulator.script;

import io.genledger.adapter.http.simulator.behaviour.MetadataRequest;
import java.time.Duration;
import java.time.Instant;

/** Requests to pass to a behaviour without a server. */
final class Requests {

    private Requests() {}

    static MetadataRequest first(String id) {
        return nth(id, 1);
    }

    static MetadataRequest with(String token) {
        return new MetadataRequest("gen-1", 1, 1, Instant.EPOCH, Duration.ZERO, token);
    }

    static MetadataRequest nth(String id, int nth) {
        return new MetadataRequest(id, nth, nth, Instant.EPOCH, Duration.ZERO, "key");
    }
}
