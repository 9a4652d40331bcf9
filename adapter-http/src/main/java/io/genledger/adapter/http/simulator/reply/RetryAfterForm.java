package io.genledger.adapter.http.simulator.reply;

import java.time.Duration;
import java.time.Instant;

/** The form in which a response states {@code Retry-After}. */
public enum RetryAfterForm {
    /** No such header. */
    NONE {
        @Override
        public Response on(Response refusal, Instant now, Duration pause) {
            return refusal;
        }
    },
    /** {@code Retry-After: 3}. */
    SECONDS {
        @Override
        public Response on(Response refusal, Instant now, Duration pause) {
            return refusal.retryAfter(pause);
        }
    },
    /** {@code Retry-After: Fri, 02 Jan 2026 03:04:05 GMT}. */
    DATE {
        @Override
        public Response on(Response refusal, Instant now, Duration pause) {
            return refusal.retryAt(now.plus(pause));
        }
    };

    /**
     * Adds the header in this form.
     *
     * @param now the time of the request by the simulator's clock
     * @param pause the time that the client is told to wait
     */
    public abstract Response on(Response refusal, Instant now, Duration pause);
}
