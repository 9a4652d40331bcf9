package io.genledger.app.option;

/** Wrong usage or configuration; the message names the fault and the remedy. */
public final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }
}
