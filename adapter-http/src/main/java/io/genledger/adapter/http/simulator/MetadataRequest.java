package io.genledger.adapter.http.simulator;

/**
 * A request for one generation's metadata, as the simulator received it.
 *
 * @param id the id asked for, decoded from the URL, not empty
 * @param nth how many requests for this id have come so far, this one included
 * @param token the bearer token presented, not empty; a secret
 */
public record MetadataRequest(String id, int nth, String token) {

    /** Says all but the token. */
    @Override
    public String toString() {
        return "MetadataRequest[id=" + id + ", nth=" + nth + "]";
    }
}
