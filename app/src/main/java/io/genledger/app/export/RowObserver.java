package io.genledger.app.export;

import io.genledger.ports.usecase.export.RowWriter;

/** Adds to a writer what happens at each row, e.g. shows the progress. */
public interface RowObserver {

    /** Adds nothing. */
    RowObserver NONE =
            new RowObserver() {
                @Override
                public <R> RowWriter<R> of(RowWriter<R> writer) {
                    return writer;
                }
            };

    /** Writes with {@code writer}. */
    <R> RowWriter<R> of(RowWriter<R> writer);
}
