package io.genledger.adapter.http.simulator.counts;

import io.genledger.adapter.http.simulator.reply.Response;
import java.util.Optional;

/**
 * One request from its arrival to the end of its reply. Confined to the event loop of its
 * connection.
 *
 * <p>A complete response is counted just before its last byte is handed to the socket, so that a
 * client that has received it finds it counted. If the socket then fails, the response is counted
 * as broken instead.
 */
public final class Exchange {

    private final RequestCounts counts;
    private final Optional<String> id;
    private final int nth;
    private final long number;
    private State state = State.UNDER_WAY;
    private int status;

    Exchange(RequestCounts counts, Optional<String> id, int nth, long number) {
        this.counts = counts;
        this.id = id;
        this.nth = nth;
        this.number = number;
    }

    private enum State {
        UNDER_WAY,
        COMPLETED,
        BROKEN
    }

    /** The ordinal of this request among those for the same id, from 1; 0 without an id. */
    public int nth() {
        return nth;
    }

    /** The ordinal of this request among those for any id, from 1; 0 without an id. */
    public long number() {
        return number;
    }

    /** Whether the end of the reply has not been reached. */
    public boolean isUnderWay() {
        return state == State.UNDER_WAY;
    }

    /**
     * Ends the exchange: its last byte is about to be handed to the socket. No effect on an
     * exchange that has ended.
     *
     * @param complete the response if it is sent completely; empty for a scripted transport fault
     */
    public void end(Optional<Response> complete) {
        if (!isUnderWay()) {
            return;
        }
        complete.ifPresentOrElse(this::complete, this::breakOff);
        id.ifPresent(counts::ended);
    }

    /** Records that the connection was lost before the client could receive the whole reply. */
    public void lose() {
        boolean wasUnderWay = isUnderWay();
        if (state == State.COMPLETED) {
            counts.notCompleted(status);
        }
        if (state != State.BROKEN) {
            breakOff();
        }
        if (wasUnderWay) {
            id.ifPresent(counts::ended);
        }
    }

    private void complete(Response response) {
        state = State.COMPLETED;
        status = response.status();
        counts.completed(status);
    }

    private void breakOff() {
        state = State.BROKEN;
        counts.brokenOff();
    }
}
