package io.genledger.adapter.sql.entry;

/** A user was erased after numbers of texts were read, so that they may belong to other texts. */
public final class OutdatedNumbersException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OutdatedNumbersException() {
        super("a user was erased meanwhile");
    }
}
