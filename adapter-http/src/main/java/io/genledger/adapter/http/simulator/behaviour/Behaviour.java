package io.genledger.adapter.http.simulator.behaviour;

import io.genledger.adapter.http.simulator.reply.Reply;

/**
 * Chooses the simulator's reply to each request. Called concurrently on the server's few threads:
 * an implementation must be thread-safe and must not block. To answer late, it returns a
 * {@linkplain Reply#after delayed} reply.
 */
@FunctionalInterface
public interface Behaviour {

    /** The reply to this request; an exception is reported to the client as status 500. */
    Reply to(MetadataRequest request);
}
