package io.genledger.ports.lake;

import org.jspecify.annotations.Nullable;

/** The lake cannot be read or written. Ledgers do not need it, and have lost nothing. */
public final class LakeUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * A failed call.
     *
     * @param message what failed, and what to do; without secrets
     * @param cause the failure of the engine; null if there is none
     */
    public LakeUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
