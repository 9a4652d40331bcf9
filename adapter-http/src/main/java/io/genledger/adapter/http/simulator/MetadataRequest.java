package io.genledger.adapter.http.simulator;

import java.time.Duration;
import java.time.Instant;

/**
 * A request for one generation's metadata, as the simulator received it.
 *
 * @param id the id asked for, decoded from the URL, not empty
 * @param nth how many requests for this id have come so far, this one included
 * @param number how many requests for any id have come so far, this one included
 * @param at when it came, by the simulator's clock
 * @param since how long the simulator had been running then
 * @param token the bearer token presented, not empty; a secret
 */
public record MetadataRequest(
        String id, int nth, long number, Instant at, Duration since, String token) {

    /** Says all but the token. */
    @Override
    public String toString() {
        return "MetadataRequest[id=" + id + ", nth=" + nth + ", number=" + number + "]";
    }
}
