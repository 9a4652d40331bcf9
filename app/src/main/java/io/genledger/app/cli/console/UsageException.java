package io.genledger.app.cli.console;

/** The user asked for something that cannot be meant; the message says what, and what to do. */
public final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }
}
