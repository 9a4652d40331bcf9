package io.genledger.app.cli.console;

/** The usage or configuration is wrong; the message says in what, and what to do. */
public final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }
}
