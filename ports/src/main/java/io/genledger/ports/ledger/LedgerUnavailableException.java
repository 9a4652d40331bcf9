package io.genledger.ports.ledger;

import org.jspecify.annotations.Nullable;

/**
 * The ledger cannot be read or written. Nothing of the failed call was written, unless the
 * connection was lost during its commit: then all of it may have been.
 */
public final class LedgerUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean mayPass;

    /**
     * A lasting failure: the same call fails until the user fixes its cause.
     *
     * @param message what failed, and what to do
     * @param cause the failure of the database; null if there is none
     */
    public LedgerUnavailableException(String message, @Nullable Throwable cause) {
        this(message, cause, false);
    }

    private LedgerUnavailableException(String message, @Nullable Throwable cause, boolean mayPass) {
        super(message, cause);
        this.mayPass = mayPass;
    }

    /** A failure that may pass, such as a lock held by another process. */
    public static LedgerUnavailableException transientFailure(
            String message, @Nullable Throwable cause) {
        return new LedgerUnavailableException(message, cause, true);
    }

    /** Whether the same call may succeed later without the user's help. */
    public boolean isTransient() {
        return mayPass;
    }
}
