package io.genledger.ports.alert;

import org.jspecify.annotations.Nullable;

/** An alert was not delivered; a later attempt may succeed. */
public final class AlertUndeliveredException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message why, for the user
     * @param cause the failure of the connection; null if there is none
     */
    public AlertUndeliveredException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
