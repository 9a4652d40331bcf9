package io.genledger.adapter.http.simulator;

/**
 * How the simulator answers. It is asked on the simulator's own few threads, by many requests at
 * once: it may count and decide, but must not block. To answer late, return a reply that is late.
 */
@FunctionalInterface
public interface Behaviour {

    /** The reply to this request; an exception becomes a status 500. */
    Reply to(MetadataRequest request);
}
