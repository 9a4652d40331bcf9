package io.genledger.adapter.sql;

import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.ports.ledger.LedgerChanges;
import io.genledger.ports.ledger.LedgerChanges.Change;
import io.genledger.ports.ledger.LedgerChanges.Changes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Entries whose numbers are lower than those that are committed before are not passed over. */
class ChangesOnAServerTest {

    private static final int WRITERS = 4;
    private static final int EACH = 60;

    @RegisterExtension final LedgerServers servers = new LedgerServers();

    @Test
    void anEntryIsHeldBackAsLongAsAnEarlierOneMayBeCommitted() throws SQLException {
        LedgerDatabase ledger = servers.empty();
        LedgerChanges changes = ledger.changes();
        try (Connection other = LedgerServers.connect(servers.place());
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table entry in row exclusive mode");
            statement.execute("select nextval('entry_seq')");
            ledger.ledger().record(List.of(recording(complete(id(1)))));
            assertThat(changes.since(0, 9).entries()).isEmpty();
            assertThat(changes.since(0, 9).end()).isZero();

            other.rollback();
            assertThat(changes.since(0, 9).entries()).extracting(Change::id).containsExactly(id(1));
        }
    }

    @Test
    void aReaderHoldsNothingBack() throws SQLException {
        LedgerDatabase ledger = servers.empty();
        try (Connection other = LedgerServers.connect(servers.place());
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select count(*) from entry");
            ledger.ledger().record(List.of(recording(complete(id(1)))));

            assertThat(ledger.changes().since(0, 9).entries()).hasSize(1);
        }
    }

    @Test
    void eachEntryOfManyWritersComesOnceAndInOrder() throws Exception {
        LedgerDatabase ledger = servers.empty();
        LedgerChanges changes = ledger.changes();
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        List<Change> read = new ArrayList<>();
        try {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int first = writer * EACH;
                writers.add(threads.submit(() -> recordEach(ledger, first)));
            }
            long end = 0;
            while (!writers.stream().allMatch(Future::isDone)) {
                end = readOn(changes, end, read);
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            for (long before = -1; before != end; ) {
                before = end;
                end = readOn(changes, end, read);
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(read).extracting(Change::number).isSorted().doesNotHaveDuplicates();
        assertThat(read)
                .extracting(Change::id)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, WRITERS * EACH).mapToObj(i -> id(i)).toList());
    }

    private static long readOn(LedgerChanges changes, long after, List<Change> read) {
        Changes some = changes.since(after, 7);
        read.addAll(some.entries());
        return some.end();
    }

    private static void recordEach(LedgerDatabase ledger, int first) {
        IntStream.range(first, first + EACH)
                .mapToObj(i -> recording(complete(id(i))))
                .forEach(one -> ledger.ledger().record(List.of(one)));
    }
}
