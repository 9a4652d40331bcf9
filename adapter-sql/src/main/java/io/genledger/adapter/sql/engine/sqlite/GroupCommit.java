package io.genledger.adapter.sql.engine.sqlite;

import io.genledger.adapter.sql.engine.Link;
import io.genledger.adapter.sql.engine.Writer;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Commits the works of many threads together (group commit), because a durable commit takes longer
 * than most works. The first thread to come writes for all that wait; no thread is added. Works of
 * more than {@value #MOST_ROWS} rows are committed alone, in turn with groups of the others.
 */
final class GroupCommit implements Writer {

    /** A group of that size takes some milliseconds. */
    static final int MOST_ROWS = 500;

    private final SqliteConnections connections;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<GroupedWork<?>> small = new ArrayDeque<>();
    private final Deque<GroupedWork<?>> large = new ArrayDeque<>();
    private @Nullable Thread writing;
    private boolean isLargeNext;

    /** Writes over the writing connection of {@code connections}. */
    GroupCommit(SqliteConnections connections) {
        this.connections = connections;
    }

    @Override
    public <T> T write(int rows, Function<DSLContext, T> work) throws SQLException {
        GroupedWork<T> mine = new GroupedWork<>(rows, work, lock.newCondition());
        lock.lock();
        try {
            if (writing == Thread.currentThread()) {
                throw new IllegalStateException("work cannot begin a transaction of its own");
            }
            (rows > MOST_ROWS ? large : small).add(mine);
            while (!mine.isFinished()) {
                if (writing != null) {
                    mine.signal().awaitUninterruptibly();
                } else {
                    writeNextGroup();
                }
            }
        } finally {
            lock.unlock();
        }
        return mine.result();
    }

    /** Called with the lock, which is released while the group is written. */
    private void writeNextGroup() {
        writing = Thread.currentThread();
        List<GroupedWork<?>> group = nextGroup();
        lock.unlock();
        try {
            commit(group);
        } finally {
            lock.lock();
            writing = null;
            group.forEach(GroupedWork::finish);
            // One of the threads that wait writes the next group.
            (small.isEmpty() ? large : small)
                    .stream().findFirst().ifPresent(next -> next.signal().signal());
        }
    }

    private List<GroupedWork<?>> nextGroup() {
        boolean takesLarge = small.isEmpty() || (isLargeNext && !large.isEmpty());
        isLargeNext = !takesLarge;
        if (takesLarge) {
            return List.of(large.remove());
        }
        List<GroupedWork<?>> group = new ArrayList<>();
        int rows = 0;
        do {
            GroupedWork<?> next = small.remove();
            rows += next.rows();
            group.add(next);
        } while (!small.isEmpty() && rows + small.element().rows() <= MOST_ROWS);
        return group;
    }

    /** Commits works or makes them fail. */
    private void commit(List<GroupedWork<?>> group) {
        try {
            Link writer = connections.writer();
            SqliteTransaction transaction = SqliteTransaction.begin(writer.connection());
            if (runAll(group, writer.sql(), transaction)) {
                commit(transaction);
            } else {
                commitEach(group.stream().filter(other -> !other.hasFailed()).toList());
            }
        } catch (SQLException | RuntimeException | Error failure) {
            group.forEach(work -> work.fail(failure));
        }
    }

    /**
     * Runs the works of a transaction until one fails.
     *
     * @return whether it can be committed; it is rolled back otherwise
     */
    private static boolean runAll(
            List<GroupedWork<?>> group, DSLContext sql, SqliteTransaction transaction) {
        for (GroupedWork<?> work : group) {
            if (!work.run(sql)) {
                transaction.rollBackAfter(work.failure());
                return false;
            }
        }
        return true;
    }

    /**
     * Commits works in transactions of their own, because one of their group has failed. A
     * savepoint for each would spare this, but takes longer than most works, of which hardly any
     * fails.
     */
    private void commitEach(List<GroupedWork<?>> works) {
        works.forEach(work -> commit(List.of(work)));
    }

    private static void commit(SqliteTransaction transaction) throws SQLException {
        try {
            transaction.commit();
        } catch (SQLException failure) {
            transaction.rollBackAfter(failure);
            throw failure;
        }
    }
}
