package io.genledger.ports;

import org.jspecify.annotations.Nullable;

/** The ledger cannot be read or written; nothing of the last call was kept. */
public final class LedgerUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message what failed, and what to do about it
     */
    public LedgerUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
