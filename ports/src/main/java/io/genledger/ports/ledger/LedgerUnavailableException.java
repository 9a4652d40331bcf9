package io.genledger.ports.ledger;

import org.jspecify.annotations.Nullable;

/** The ledger cannot be read or written; nothing of the last call was kept. */
public final class LedgerUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean passing;

    /**
     * It will fail again until somebody does something.
     *
     * @param message what failed, and what to do about it
     */
    public LedgerUnavailableException(String message, @Nullable Throwable cause) {
        this(message, cause, false);
    }

    private LedgerUnavailableException(String message, @Nullable Throwable cause, boolean passing) {
        super(message, cause);
        this.passing = passing;
    }

    /** Somebody else was in the way. */
    public static LedgerUnavailableException transientFailure(
            String message, @Nullable Throwable cause) {
        return new LedgerUnavailableException(message, cause, true);
    }

    /** Whether the same call may work a moment later, without anybody's doing. */
    public boolean isTransient() {
        return passing;
    }
}
