package io.genledger.ports.usecase.collect.policy;

/**
 * Limits the requests under way at once by additive increase and multiplicative decrease: one more
 * after each full window of successes, half as many after a rate limit without {@code Retry-After}.
 * Starts at its maximum.
 *
 * <p>No library is used, because those that limit concurrency this way shrink at each rate-limited
 * response. Sixteen of these in one burst are one incident, and must halve the window once.
 */
final class ConcurrencyWindow {

    private final int most;
    private int size;
    private int successesInWindow;

    ConcurrencyWindow(int most) {
        this.most = most;
        this.size = most;
    }

    int size() {
        return size;
    }

    /** A request succeeded. */
    void widen() {
        successesInWindow++;
        if (successesInWindow >= size) {
            successesInWindow = 0;
            size = Math.min(most, size + 1);
        }
    }

    /** The source limited the rate without {@code Retry-After}. Called once per incident. */
    void narrow() {
        successesInWindow = 0;
        size = Math.max(1, size / 2);
    }
}
