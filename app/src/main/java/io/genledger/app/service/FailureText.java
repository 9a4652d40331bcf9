package io.genledger.app.service;

import io.genledger.ports.lake.LakeUnavailableException;
import io.genledger.ports.ledger.LedgerUnavailableException;

/** Failures of work in the background, in words. */
public final class FailureText {

    private FailureText() {}

    /** The reason, for the user. */
    public static String of(Throwable failure) {
        return failure instanceof LedgerUnavailableException
                        || failure instanceof LakeUnavailableException
                ? String.valueOf(failure.getMessage())
                : "Genledger failed: " + failure;
    }
}
