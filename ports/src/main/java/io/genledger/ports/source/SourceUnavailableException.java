package io.genledger.ports.source;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The source cannot answer now; a later fetch may succeed. An outage is never "not found". */
public final class SourceUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean rateLimited;
    private final @Nullable Duration retryAfter;

    /** An outage of unknown duration; {@code cause} is null if there is none. */
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
     * @param retryAfter the wait that the source asks for; empty if it states none
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

    /** The wait that the source asks for; empty if it states none. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
