package io.genledger.app.export;

/** An export cannot continue another one; the message says why. */
public final class ExportMismatchException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ExportMismatchException(String message) {
        super(message);
    }
}
