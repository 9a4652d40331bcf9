package io.genledger.adapter.sql.engine.trino;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Rows on their way from the thread that reads them to the one that uses them. */
final class Handover<R> {

    private static final int AHEAD = 1_000;

    /** The end is an empty row. */
    private final BlockingQueue<Optional<R>> rows = new ArrayBlockingQueue<>(AHEAD);

    /** Hands a row over, as soon as there is room for it. */
    void put(R row) {
        add(Optional.of(row));
    }

    /** Says that no further row follows. */
    void end() {
        add(Optional.empty());
    }

    private void add(Optional<R> row) {
        try {
            rows.put(row);
        } catch (InterruptedException unwanted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the rows are read no more");
        }
    }

    /**
     * The next row; empty after the last one.
     *
     * @throws TimeoutException if none comes within {@code limit}
     */
    Optional<R> next(Duration limit) throws InterruptedException, TimeoutException {
        return Optional.ofNullable(rows.poll(limit.toMillis(), TimeUnit.MILLISECONDS))
                .orElseThrow(TimeoutException::new);
    }
}
