package io.genledger.adapter.sql.engine.sqlite;

import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Work of a waiting thread, which another thread may run and commit for it. */
final class GroupedWork<T> {

    private final Function<DSLContext, T> work;
    private final int rows;
    private final Condition signal;
    private @Nullable T result;
    private @Nullable Throwable failure;
    private boolean isFinished;

    /**
     * Work that has not run yet.
     *
     * @param signal wakes the thread that waits for the work
     */
    GroupedWork(int rows, Function<DSLContext, T> work, Condition signal) {
        this.rows = rows;
        this.work = work;
        this.signal = signal;
    }

    int rows() {
        return rows;
    }

    /** Runs the work; returns whether it succeeded. */
    boolean run(DSLContext sql) {
        try {
            result = work.apply(sql);
            return true;
        } catch (RuntimeException | Error thrown) {
            failure = thrown;
            return false;
        }
    }

    /** Makes the work fail, unless it has failed by itself. */
    void fail(Throwable thrown) {
        if (failure == null) {
            failure = thrown;
        }
    }

    /** What the work threw, or what made it fail. */
    Throwable failure() {
        return Objects.requireNonNull(failure);
    }

    boolean hasFailed() {
        return failure != null;
    }

    boolean isFinished() {
        return isFinished;
    }

    /** Called when the work is committed or has failed. */
    void finish() {
        isFinished = true;
        signal.signal();
    }

    /** Signalled when the work is finished, or when its thread has to write the next group. */
    Condition signal() {
        return signal;
    }

    /**
     * The result of the committed work.
     *
     * @throws SQLException if it could not be committed; what the work threw is thrown as it is
     */
    T result() throws SQLException {
        Throwable thrown = failure;
        if (thrown == null) {
            return Objects.requireNonNull(result);
        }
        if (thrown instanceof SQLException ofCommit) {
            throw ofCommit;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) thrown;
    }
}
