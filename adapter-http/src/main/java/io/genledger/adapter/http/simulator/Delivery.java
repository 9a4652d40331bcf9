package io.genledger.adapter.http.simulator;

import java.time.Duration;
import java.util.Optional;

/**
 * How an answer travels: when it starts, how fast it comes, how much of it, and what comes then.
 *
 * @param answer empty when not even a status is sent
 * @param pause before anything is sent
 * @param perByte before each byte of the body; zero for all at once
 * @param atMost how many bytes of the body are sent
 * @param end what comes after them
 */
record Delivery(
        Optional<Answer> answer, Duration pause, Duration perByte, int atMost, Delivery.End end)
        implements Reply {

    /** What comes after the last byte that is sent. */
    enum End {
        /** The answer is complete, and the connection lives on. */
        COMPLETE,
        /** The connection is closed in order, as by a server that believes to be done. */
        FAREWELL,
        /** The connection is reset. */
        RESET,
        /** Nothing, and the connection stays open. */
        SILENCE
    }

    static Delivery whole(Answer answer) {
        return new Delivery(
                Optional.of(answer), Duration.ZERO, Duration.ZERO, Integer.MAX_VALUE, End.COMPLETE);
    }

    static Delivery nothing(End end) {
        return new Delivery(Optional.empty(), Duration.ZERO, Duration.ZERO, 0, end);
    }

    Delivery later(Duration more) {
        return new Delivery(answer, pause.plus(more), perByte, atMost, end);
    }

    Delivery slower(Duration other) {
        return new Delivery(answer, pause, other, atMost, end);
    }

    /** A reply that ends before is left as it is. */
    Delivery cut(int bytes, End how) {
        int length = answer.map(whole -> whole.body().length).orElse(0);
        return bytes >= Math.min(length, atMost)
                ? this
                : new Delivery(answer, pause, perByte, bytes, how);
    }

    Delivery of(Answer other) {
        return new Delivery(Optional.of(other), pause, perByte, atMost, end);
    }

    /** What is answered; empty for what is no complete answer. */
    Optional<Answer> wholeAnswer() {
        return end == End.COMPLETE ? answer : Optional.empty();
    }

    boolean isAtOnce() {
        return end == End.COMPLETE && perByte.isZero();
    }

    @Override
    public Delivery delivery() {
        return this;
    }
}
