package io.genledger.adapter.sql;

import static io.genledger.adapter.sql.RandomWorker.LEASE;
import static io.genledger.adapter.sql.RandomWorker.NOW;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.AttemptOutcome;
import io.genledger.ports.queue.Claim;
import io.genledger.ports.queue.Reason;
import io.genledger.ports.queue.Settlement;
import io.genledger.ports.queue.SettlementResult;
import io.genledger.ports.queue.admin.QueueQuery;
import io.genledger.ports.testkit.SampleGenerations;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Threads of two processes, as it were, that use one ledger at the same time. */
@Timeout(300)
abstract class ManyThreadsContract {

    private static final int THREADS = 6;
    private static final int STEPS = 120;

    /** Opens the one ledger of this test. */
    abstract LedgerDatabase open();

    abstract String ask(String query) throws SQLException;

    /** No step fails, so that no transactions deadlock and none inserts what another has. */
    @Test
    void nothingIsLostOrDoubledByRandomWork() throws Exception {
        LedgerDatabase ledger = open();
        LedgerDatabase other = open();
        atOnce(thread -> {
            RandomWorker worker = new RandomWorker(thread % 2 == 0 ? ledger : other, thread);
            for (int step = 0; step < STEPS; step++) {
                worker.step();
            }
            return true;
        });
        Set<GenerationId> all =
                IntStream.range(0, RandomWorker.IDS)
                        .mapToObj(SampleGenerations::id)
                        .collect(toSet());
        ledger.pending().track(all, NOW);
        ledger.queueEditor().requeueAll(QueueQuery.OPEN, NOW);
        var unused = LedgerProcess.collect(ledger);

        assertThat(ask("select (select count(*) from document) || ' ' || max(revision) from entry"))
                .isEqualTo(RandomWorker.IDS + " 1");
        assertThat(
                        ask(
                                "select count(*) from tracked where state <> 'recorded' or lease is"
                                        + " not null"))
                .isEqualTo("0");
        assertThat(all).allMatch(id -> ledger.ledger().find(id).isPresent());
    }

    /** An id has one claim at a time, and a settlement of a held claim is never lost. */
    @Test
    void anIdIsClaimedByOneThreadAtATime() throws Exception {
        LedgerDatabase ledger = open();
        LedgerDatabase other = open();
        Set<GenerationId> held = ConcurrentHashMap.newKeySet();
        ledger.pending()
                .track(
                        IntStream.range(0, 60).mapToObj(SampleGenerations::id).collect(toSet()),
                        NOW);
        List<Integer> settled =
                atOnce(thread -> {
                    LedgerDatabase own = thread % 2 == 0 ? ledger : other;
                    int count = 0;
                    for (int step = 0; step < STEPS; step++) {
                        List<Claim> claims = own.claims().claim(7, NOW, LEASE);
                        claims.forEach(claim -> assertThat(held.add(claim.id())).isTrue());
                        own.claims().makeDue(Reason.NOT_READY, NOW);
                        own.queueEditor().requeueAll(QueueQuery.OPEN, NOW);
                        List<Claim> extended = own.claims().extend(claims, NOW, LEASE);
                        assertThat(extended).hasSameSizeAs(claims);
                        claims.forEach(claim -> held.remove(claim.id()));
                        assertThat(own.claims().settle(settlements(extended, step)))
                                .allMatch(SettlementResult.NOTED::equals);
                        count += claims.size();
                    }
                    return count;
                });

        assertThat(settled.stream().mapToInt(Integer::intValue).sum()).isPositive();
        assertThat(ledger.pending().backlog(NOW).claimed()).isZero();
    }

    private static List<Settlement> settlements(List<Claim> claims, int step) {
        AttemptOutcome outcome = AttemptOutcome.of(NOW, Reason.NOT_READY, "no such generation");
        return claims.stream()
                .<Settlement>map(claim ->
                        step % 2 == 0
                                ? new Settlement.Deferred(claim, NOW.plusSeconds(5), outcome)
                                : new Settlement.GivenUp(claim, outcome))
                .toList();
    }

    private interface Work<T> {
        T by(int thread) throws Exception;
    }

    private static <T> List<T> atOnce(Work<T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<T>> all = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int number = thread;
                all.add(() -> work.by(number));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> one : threads.invokeAll(all)) {
                results.add(one.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
