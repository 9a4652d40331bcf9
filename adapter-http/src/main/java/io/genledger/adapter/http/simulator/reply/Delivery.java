package io.genledger.adapter.http.simulator.reply;

import java.time.Duration;
import java.util.Optional;

/**
 * The transfer of a response: its delay, its speed, its length and its end.
 *
 * @param response empty if not even a status is sent
 * @param delay the time before anything is sent
 * @param perByte the pause before each byte of the body; zero to send them all at once
 * @param atMost the most bytes of the body that are sent
 * @param end the state of the connection after the last byte
 */
public record Delivery(
        Optional<Response> response, Duration delay, Duration perByte, int atMost, Delivery.End end)
        implements Reply {

    /** The state of the connection after the last byte. */
    public enum End {
        /** The response is complete, and the connection is kept alive. */
        COMPLETE,
        /** The connection is closed in order, although bytes are missing. */
        CLOSE,
        /** The connection is reset. */
        RESET,
        /** The connection stays open, and nothing more is sent. */
        SILENCE
    }

    static Delivery whole(Response response) {
        return new Delivery(
                Optional.of(response),
                Duration.ZERO,
                Duration.ZERO,
                Integer.MAX_VALUE,
                End.COMPLETE);
    }

    static Delivery nothing(End end) {
        return new Delivery(Optional.empty(), Duration.ZERO, Duration.ZERO, 0, end);
    }

    Delivery later(Duration more) {
        return new Delivery(response, delay.plus(more), perByte, atMost, end);
    }

    Delivery slower(Duration other) {
        return new Delivery(response, delay, other, atMost, end);
    }

    /** A delivery that already ends earlier stays unchanged. */
    Delivery cut(int bytes, End how) {
        int length = response.map(whole -> whole.body().length).orElse(0);
        return bytes >= Math.min(length, atMost)
                ? this
                : new Delivery(response, delay, perByte, bytes, how);
    }

    Delivery of(Response other) {
        return new Delivery(Optional.of(other), delay, perByte, atMost, end);
    }

    /** The response if it is sent completely, else empty. */
    public Optional<Response> completeResponse() {
        return end == End.COMPLETE ? response : Optional.empty();
    }

    /** Whether the whole response can be written in one piece. */
    public boolean isSinglePiece() {
        return end == End.COMPLETE && perByte.isZero();
    }

    @Override
    public Delivery delivery() {
        return this;
    }
}
