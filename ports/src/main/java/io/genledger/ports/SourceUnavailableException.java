package io.genledger.ports;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The source cannot answer now; asking again later might work. An outage is never "not found". */
public final class SourceUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final @Nullable Duration retryAfter;

    /** An outage that says nothing about how long it will last. */
    public SourceUnavailableException(String message, @Nullable Throwable cause) {
        this(message, Optional.empty(), cause);
    }

    /**
     * @param retryAfter how long the source asked to be left alone, if it did
     */
    public SourceUnavailableException(
            String message, Optional<Duration> retryAfter, @Nullable Throwable cause) {
        super(message, cause);
        this.retryAfter = retryAfter.orElse(null);
    }

    /**
     * How long the source asked to be left alone, for the whole account; empty if it did not say.
     */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
