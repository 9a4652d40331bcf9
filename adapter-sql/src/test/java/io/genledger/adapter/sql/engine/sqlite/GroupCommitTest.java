package io.genledger.adapter.sql.engine.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genledger.adapter.sql.LedgerFiles;
import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.queue.JooqPendingGenerations;
import io.genledger.adapter.sql.queue.JooqQueueEditor;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.queue.admin.QueueEditor.Requeued;
import io.genledger.ports.testkit.SampleGenerations;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Works that wait for the same writer. A table of numbers stands for the ledger's. */
@Timeout(60)
class GroupCommitTest {

    private static final int LARGE = GroupCommit.MOST_ROWS + 1;

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final long LEASED = NOW.plusSeconds(60).toEpochMilli() * 1_000;

    @TempDir Path folder;
    private LedgerConnection connection;
    private final List<FutureTask<Integer>> waiting = new ArrayList<>();

    @BeforeEach
    void open() {
        connection = LedgerConnection.open(new SqliteEngine(file()));
        connection.write(sql -> sql.execute("create table number (n integer unique, filler blob)"));
    }

    @AfterEach
    void close() {
        connection.close();
    }

    private Path file() {
        return folder.resolve("ledger.db");
    }

    @Test
    void worksThatWaitAreCommittedTogether() throws Exception {
        whileAnotherWrites(() -> {
            for (int n = 1; n <= 5; n++) {
                enqueue(1, add(n));
            }
        });

        for (FutureTask<Integer> one : waiting) {
            assertThat(one.get()).as("committed when it ran").isZero();
        }
        assertThat(committed()).isEqualTo(5);
    }

    @Test
    void aFailingWorkTakesNoOtherWithIt() throws Exception {
        whileAnotherWrites(() -> {
            enqueue(1, add(1));
            enqueue(
                    1,
                    sql -> {
                        var unused = add(2).apply(sql);
                        throw new IllegalStateException("as it is");
                    });
            enqueue(1, sql -> add(2).apply(sql) + add(1).apply(sql));
            enqueue(1, add(3));
        });

        assertThat(waiting.get(0).get()).isZero();
        assertThatThrownBy(() -> waiting.get(1).get())
                .hasCauseInstanceOf(IllegalStateException.class)
                .hasMessageContaining("as it is");
        assertThatThrownBy(() -> waiting.get(2).get())
                .hasCauseInstanceOf(LedgerUnavailableException.class);
        assertThat(waiting.get(3).get()).as("alone, behind the first").isEqualTo(1);
        assertThat(LedgerFiles.ask(file(), "select group_concat(n order by n) from number"))
                .isEqualTo("1,3");
    }

    /** SQLite rolls the whole transaction back by itself. */
    @Test
    void aFullDiskFailsTheWorkThatNeedsTheRoom() throws Exception {
        connection.write(sql -> sql.fetch("pragma max_page_count = 40"));
        whileAnotherWrites(() -> {
            enqueue(1, add(1));
            enqueue(1, sql -> sql.execute("insert into number values (2, zeroblob(1000000))"));
            enqueue(1, add(3));
        });

        assertThat(waiting.get(0).get()).isZero();
        assertThatThrownBy(() -> waiting.get(1).get())
                .isInstanceOf(ExecutionException.class)
                .hasMessageContaining("the disk is full");
        assertThat(waiting.get(2).get()).isEqualTo(1);
        assertThat(committed()).isEqualTo(2);
    }

    @Test
    void aFailedCommitAcknowledgesNothing() throws Exception {
        connection.write(sql ->
                sql.execute(
                        "create table child (n integer references number (n) deferrable initially"
                                + " deferred)"));
        whileAnotherWrites(() -> {
            enqueue(1, add(1));
            enqueue(1, sql -> sql.execute("insert into child values (9)"));
            enqueue(1, add(3));
        });

        for (FutureTask<Integer> one : waiting) {
            assertThatThrownBy(one::get).hasCauseInstanceOf(LedgerUnavailableException.class);
        }
        assertThat(committed()).isZero();
        connection.write(add(4));
        assertThat(committed()).isEqualTo(1);
    }

    /** In turn, so that neither waits for more than one of the other kind. */
    @Test
    void aLargeWorkIsCommittedAlone() throws Exception {
        whileAnotherWrites(() -> {
            enqueue(LARGE, add(1));
            enqueue(LARGE, add(2));
            enqueue(1, add(3));
            enqueue(1, add(4));
        });

        assertThat(waiting.get(0).get()).as("first, after a small one").isZero();
        assertThat(waiting.get(2).get()).as("together after one large work").isEqualTo(1);
        assertThat(waiting.get(3).get()).isEqualTo(1);
        assertThat(waiting.get(1).get()).isEqualTo(3);
    }

    @Test
    void aGroupIsBounded() throws Exception {
        whileAnotherWrites(() -> {
            enqueue(GroupCommit.MOST_ROWS - 1, add(1));
            enqueue(1, add(2));
            enqueue(1, add(3));
        });

        assertThat(waiting.get(1).get()).isZero();
        assertThat(waiting.get(2).get()).as("the next group").isEqualTo(2);
    }

    @Test
    void aSingleCallerWritesInItsOwnThread() {
        assertThat(connection.<Thread>write(sql -> Thread.currentThread()))
                .isSameAs(Thread.currentThread());
    }

    @Test
    void workCannotWriteByAnotherTransaction() {
        assertThatIllegalStateException()
                .isThrownBy(() -> connection.write(sql -> connection.write(add(1))));
        assertThat(connection.<Integer>write(add(2))).isZero();
    }

    /** Its first run is undone, and meanwhile the claim ends. */
    @Test
    void aRequeueThatRunsAgainReportsWhatItFoundThen() throws Exception {
        GenerationId id = SampleGenerations.id(1);
        new JooqPendingGenerations(connection).track(Set.of(id), NOW);
        connection.write(
                sql -> sql.execute("update tracked set lease = 1, leased_until_us = " + LEASED));
        FutureTask<Requeued> requeue =
                new FutureTask<>(() -> new JooqQueueEditor(connection).requeue(Set.of(id), NOW));

        whileAnotherWrites(() -> {
            awaitWaiting(start(requeue));
            enqueue(
                    1,
                    sql -> {
                        sql.execute("rollback");
                        sql.execute("update tracked set lease = null, leased_until_us = null");
                        throw new IllegalStateException("rolled all back");
                    });
        });

        assertThat(requeue.get()).isEqualTo(new Requeued(Set.of(id), Set.of()));
    }

    private void whileAnotherWrites(Runnable enqueue) throws InterruptedException {
        CountDownLatch isWriting = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        Thread other =
                start(() ->
                        connection.write(sql -> {
                            isWriting.countDown();
                            await(mayEnd);
                            return 0;
                        }));
        isWriting.await();
        enqueue.run();
        mayEnd.countDown();
        other.join();
        for (FutureTask<Integer> one : waiting) {
            awaitEnd(one);
        }
    }

    private static void awaitEnd(FutureTask<Integer> task) throws InterruptedException {
        try {
            task.get();
        } catch (ExecutionException expectedByTheTest) {
            assertThat(task).isDone();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /** Starts a thread that writes, and returns when it waits. */
    private void enqueue(int rows, Function<DSLContext, Integer> work) {
        FutureTask<Integer> task = new FutureTask<>(() -> connection.write(rows, work));
        waiting.add(task);
        awaitWaiting(start(task));
    }

    private static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    private static Thread start(Runnable work) {
        Thread thread = new Thread(work);
        thread.start();
        return thread;
    }

    /** Adds a number; its result is the count of numbers that are committed then. */
    private Function<DSLContext, Integer> add(int n) {
        return sql -> {
            sql.execute("insert into number (n) values (?)", n);
            return committed();
        };
    }

    private int committed() {
        try {
            return Integer.parseInt(LedgerFiles.ask(file(), "select count(*) from number"));
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }
}
