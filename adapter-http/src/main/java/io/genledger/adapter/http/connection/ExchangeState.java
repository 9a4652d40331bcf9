package io.genledger.adapter.http.connection;

import org.jspecify.annotations.Nullable;

/**
 * The request under way on one connection, and how much of its response has arrived. Used by the
 * event loop of the connection only.
 */
final class ExchangeState {

    private @Nullable String requestedId;
    private int requests;
    private boolean started;
    private boolean complete;
    private boolean surplus;

    /** A request for {@code id} was sent. */
    void begin(String id) {
        requestedId = id;
        requests++;
        started = false;
        complete = false;
        surplus = false;
    }

    /** The response was delivered, or the request failed. */
    void end() {
        requestedId = null;
    }

    boolean isUnderWay() {
        return requestedId != null;
    }

    /** The first byte of the response has arrived. */
    void start() {
        started = true;
    }

    /** The last byte of the final response has arrived. */
    void complete() {
        complete = true;
    }

    boolean isComplete() {
        return complete;
    }

    /** Bytes arrived that belong to no request, e.g. a second response. */
    void addSurplus() {
        surplus = true;
    }

    /** Whether a failure now means that the server had closed the connection before the request. */
    boolean isStale() {
        return isUnderWay() && requests > 1 && !started;
    }

    /**
     * Whether the connection may be used for another request: only if the response provably belongs
     * to the request, because it names the requested id, and nothing followed it. Otherwise each
     * later response could belong to an earlier request.
     */
    boolean permitsReuse(String body) {
        String id = requestedId;
        return id != null && !surplus && new NamedIds(body).contain(id);
    }
}
