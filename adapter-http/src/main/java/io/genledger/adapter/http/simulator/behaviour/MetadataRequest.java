package io.genledger.adapter.http.simulator.behaviour;

import java.time.Duration;
import java.time.Instant;

/**
 * A request for one generation's metadata, as the simulator received it.
 *
 * @param id the requested id, decoded from the URL, not empty
 * @param nth the ordinal of this request among those for the same id, from 1
 * @param number the ordinal of this request among those for any id, from 1
 * @param at when it arrived, by the simulator's clock
 * @param since the time from the simulator's start to the arrival
 * @param token the bearer token of the request, not empty; a secret
 */
public record MetadataRequest(
        String id, int nth, long number, Instant at, Duration since, String token) {

    /** Omits the token. */
    @Override
    public String toString() {
        return "MetadataRequest[id=" + id + ", nth=" + nth + ", number=" + number + "]";
    }
}
