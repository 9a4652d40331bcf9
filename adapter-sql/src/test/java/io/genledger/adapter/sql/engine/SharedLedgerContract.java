package io.genledger.adapter.sql.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genledger.ports.ledger.LedgerUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Threads that read and write one ledger at the same time. */
@Timeout(60)
abstract class SharedLedgerContract {

    /** A ledger with an empty table {@code number} of one column. */
    abstract LedgerConnection open();

    @Test
    void readersDoNotWaitForTheWriter() {
        LedgerConnection connection = open();
        int seen =
                connection.write(sql -> {
                    add(sql, 1);
                    return elsewhere(() -> connection.read(SharedLedgerContract::count));
                });

        assertThat(seen).as("before the commit").isZero();
        assertThat(connection.<Integer>read(SharedLedgerContract::count)).isEqualTo(1);
    }

    @Test
    void theWriterDoesNotWaitForReaders() {
        LedgerConnection connection = open();
        int seen =
                connection.snapshot(sql -> {
                    count(sql);
                    return elsewhere(() -> connection.write(other -> add(other, 1)));
                });

        assertThat(seen).isEqualTo(1);
    }

    @Test
    void aSnapshotSeesOneState() {
        LedgerConnection connection = open();
        connection.write(sql -> add(sql, 1));
        List<Integer> counts =
                connection.snapshot(sql -> {
                    int before = count(sql);
                    elsewhere(() -> connection.write(other -> add(other, 2)));
                    return List.of(before, count(sql));
                });

        assertThat(counts).containsExactly(1, 1);
        assertThat(connection.<Integer>snapshot(SharedLedgerContract::count)).isEqualTo(2);
    }

    @Test
    void aFailedSnapshotLeavesNoTransactionOpen() {
        LedgerConnection connection = open();
        assertThatThrownBy(() -> connection.snapshot(sql -> sql.fetch("select * from nothing")))
                .isInstanceOf(LedgerUnavailableException.class);
        connection.write(sql -> add(sql, 1));

        assertThat(connection.<Integer>snapshot(SharedLedgerContract::count)).isEqualTo(1);
        assertThat(connection.<Integer>read(SharedLedgerContract::count)).isEqualTo(1);
    }

    @Test
    void aClosedLedgerIsNotOpenedAgain() {
        LedgerConnection connection = open();
        connection.close();

        assertThatThrownBy(() -> connection.read(SharedLedgerContract::count))
                .isInstanceOf(LedgerUnavailableException.class);
        assertThatThrownBy(() -> connection.write(sql -> add(sql, 1)))
                .isInstanceOf(LedgerUnavailableException.class);
    }

    @Test
    void eachThreadReadsWhatItWrote() {
        LedgerConnection connection = open();
        List<CompletableFuture<Boolean>> all =
                IntStream.range(0, 8)
                        .mapToObj(thread ->
                                CompletableFuture.supplyAsync(() ->
                                        IntStream.range(thread * 50, thread * 50 + 50)
                                                .allMatch(n -> isSeen(connection, n))))
                        .toList();

        assertThat(all).allMatch(CompletableFuture::join);
        assertThat(connection.<Integer>read(SharedLedgerContract::count)).isEqualTo(400);
    }

    private static boolean isSeen(LedgerConnection connection, int n) {
        connection.write(sql -> add(sql, n));
        return connection.read(sql -> sql.fetchOne("select n from number where n = ?", n) != null);
    }

    @Test
    void theNumberOfConnectionsIsBounded() throws InterruptedException {
        LedgerConnection connection = open();
        AtomicInteger reading = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch many = new CountDownLatch(8);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Thread thread =
                    new Thread(() ->
                            connection.read(sql -> {
                                most.accumulateAndGet(reading.incrementAndGet(), Math::max);
                                many.countDown();
                                await(many);
                                return reading.decrementAndGet();
                            }));
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(most.get()).isBetween(8, 16);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private static int add(DSLContext sql, int n) {
        return sql.execute("insert into number values (?)", n);
    }

    private static int count(DSLContext sql) {
        return sql.fetchSingle("select count(*) from number").get(0, Integer.class);
    }

    private interface Work<T> {
        T run();
    }

    private static <T> T elsewhere(Work<T> work) {
        return CompletableFuture.supplyAsync(work::run).join();
    }
}
