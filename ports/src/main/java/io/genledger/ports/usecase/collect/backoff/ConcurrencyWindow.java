package io.genledger.ports.usecase.collect.backoff;

/**
 * How many requests may be under way at once: one more after each full window of answers, half as
 * many when the source asks to slow down (additive increase, multiplicative decrease). Begins with
 * the most that the user allows.
 *
 * <p>Our own, because the libraries that limit concurrency this way grow with every answer and
 * shrink with every refusal: a burst of sixteen refusals, which is one event, would close them.
 */
final class ConcurrencyWindow {

    private final int most;
    private int size;
    private int answersInWindow;

    ConcurrencyWindow(int most) {
        this.most = most;
        this.size = most;
    }

    int size() {
        return size;
    }

    /** An answer came. */
    void widen() {
        answersInWindow++;
        if (answersInWindow >= size) {
            answersInWindow = 0;
            size = Math.min(most, size + 1);
        }
    }

    /** The source asked to slow down; to be called once per epoch. */
    void narrow() {
        answersInWindow = 0;
        size = Math.max(1, size / 2);
    }
}
