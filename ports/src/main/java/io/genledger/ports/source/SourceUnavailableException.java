package io.genledger.ports.source;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The source is unavailable or limited the rate; a later fetch may succeed (OPENROUTER.md §1.2).
 */
public final class SourceUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean rateLimited;
    private final @Nullable Duration retryAfter;

    /**
     * An outage of unknown duration.
     *
     * @param cause the failure of the connection; null if there is none
     */
    public SourceUnavailableException(String message, @Nullable Throwable cause) {
        this(message, cause, false, Optional.empty());
    }

    private SourceUnavailableException(
            String message,
            @Nullable Throwable cause,
            boolean rateLimited,
            Optional<Duration> retryAfter) {
        super(message, cause);
        this.rateLimited = rateLimited;
        this.retryAfter = retryAfter.orElse(null);
    }

    /**
     * The source limited the rate of requests.
     *
     * @param retryAfter the wait in {@code Retry-After}; empty if it is not stated
     */
    public static SourceUnavailableException rateLimited(
            String message, Optional<Duration> retryAfter) {
        return new SourceUnavailableException(message, null, true, retryAfter);
    }

    /**
     * Whether the source limited the rate. A rate limit belongs to the account, so every request of
     * the account must wait.
     */
    public boolean isRateLimited() {
        return rateLimited;
    }

    /** The wait in {@code Retry-After}; empty if it is not stated. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
