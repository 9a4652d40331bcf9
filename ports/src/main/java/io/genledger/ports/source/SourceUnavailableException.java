package io.genledger.ports.source;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The source cannot answer now; asking again later might work. An outage is never "not found". */
public final class SourceUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean rateLimited;
    private final @Nullable Duration retryAfter;

    /** An outage that says nothing about how long it will last. */
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
     * The source asks to be left alone.
     *
     * @param retryAfter for how long, if it said so
     */
    public static SourceUnavailableException rateLimited(
            String message, Optional<Duration> retryAfter) {
        return new SourceUnavailableException(message, null, true, retryAfter);
    }

    /**
     * Whether the source asks to be left alone. That is for everybody to heed who uses the same
     * account, and not for one request.
     */
    public boolean isRateLimited() {
        return rateLimited;
    }

    /** How long the source asked to be left alone; empty if it did not say. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
