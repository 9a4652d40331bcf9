package io.genledger.ports.usecase.intake;

import io.genledger.ports.ledger.Ledger;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Documents and rejections of files, in their order.
 *
 * @param steps what to do with them
 * @param recordings those of the documents to record, prepared
 * @param isWhole whether it does not end inside a rejected document
 * @param isLast whether the files have ended or failed behind it
 * @param failure the failure of a file or of the decoder behind the last step; empty if there is
 *     none
 */
record Batch(
        List<Step> steps,
        Ledger.Prepared recordings,
        boolean isWhole,
        boolean isLast,
        Optional<Throwable> failure) {

    /** Nothing follows, because the import was stopped. */
    static final Batch STOPPED = new Batch(List.of(), List::of, false, true, Optional.empty());

    /** Hands one document, rejection or piece of a rejected document to a recorder. */
    @FunctionalInterface
    interface Step {
        void applyTo(BatchRecorder recorder) throws IOException;
    }

    /** Applies all steps, then throws the failure behind them. */
    void applyTo(BatchRecorder recorder) throws IOException {
        for (Step step : steps) {
            step.applyTo(recorder);
        }
        if (failure.isPresent()) {
            rethrow(failure.get());
        }
    }

    private static void rethrow(Throwable failure) throws IOException {
        if (failure instanceof IOException unreadable) {
            throw unreadable;
        }
        if (failure instanceof RuntimeException fault) {
            throw fault;
        }
        throw (Error) failure;
    }
}
