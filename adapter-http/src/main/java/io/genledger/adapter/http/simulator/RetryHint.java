package io.genledger.adapter.http.simulator;

import java.time.Duration;
import java.time.Instant;

/** How a refusal says when to come again. */
public enum RetryHint {
    /** Not at all. */
    NONE {
        @Override
        Answer on(Answer refusal, Instant now, Duration pause) {
            return refusal;
        }
    },
    /** {@code Retry-After: 3}. */
    SECONDS {
        @Override
        Answer on(Answer refusal, Instant now, Duration pause) {
            return refusal.retryAfter(pause);
        }
    },
    /** {@code Retry-After: Fri, 02 Jan 2026 03:04:05 GMT}. */
    DATE {
        @Override
        Answer on(Answer refusal, Instant now, Duration pause) {
            return refusal.retryAt(now.plus(pause));
        }
    };

    abstract Answer on(Answer refusal, Instant now, Duration pause);
}
