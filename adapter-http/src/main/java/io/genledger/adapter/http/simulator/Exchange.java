package io.genledger.adapter.http.simulator;

import java.util.Optional;

/**
 * A request and its reply, and how they come to be counted. All of it happens in the event loop of
 * its connection.
 *
 * <p>An answer counts as given just before the last of it is handed to the socket, so that whoever
 * has received it finds it counted; it counts as broken off after all if the socket does not take
 * it.
 */
final class Exchange {

    private final RequestCounts counts;
    private final Optional<RequestCounts.Ticket> ticket;
    private final Delivery delivery;
    private State state = State.ON_ITS_WAY;

    /**
     * @param ticket empty for a request that asks for no id
     */
    Exchange(RequestCounts counts, Optional<RequestCounts.Ticket> ticket, Delivery delivery) {
        this.counts = counts;
        this.ticket = ticket;
        this.delivery = delivery;
    }

    private enum State {
        ON_ITS_WAY,
        ANSWERED,
        BROKEN_OFF
    }

    Delivery delivery() {
        return delivery;
    }

    boolean isOnItsWay() {
        return state == State.ON_ITS_WAY;
    }

    /** The last of it is about to be handed to the socket. */
    void last() {
        if (!isOnItsWay()) {
            return;
        }
        delivery.wholeAnswer()
                .ifPresentOrElse(
                        answer -> {
                            state = State.ANSWERED;
                            counts.answered(answer.status());
                        },
                        this::breakOff);
        ticket.ifPresent(counts::done);
    }

    /** Nobody is there to take it, or what is left of it. */
    void lost() {
        boolean wasOnItsWay = isOnItsWay();
        if (state == State.ANSWERED) {
            delivery.wholeAnswer().ifPresent(answer -> counts.notAnswered(answer.status()));
        }
        if (state != State.BROKEN_OFF) {
            breakOff();
        }
        if (wasOnItsWay) {
            ticket.ifPresent(counts::done);
        }
    }

    private void breakOff() {
        state = State.BROKEN_OFF;
        counts.brokenOff();
    }
}
