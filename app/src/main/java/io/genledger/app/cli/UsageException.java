package io.genledger.app.cli;

/** The user asked for something that cannot be meant; the message says what, and what to do. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
