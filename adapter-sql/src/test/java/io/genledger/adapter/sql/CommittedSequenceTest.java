package io.genledger.adapter.sql;

import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.ports.testkit.SampleGenerations;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A reader that remembers how far it has read misses no entry of concurrent writers. */
class CommittedSequenceTest {

    private static final int WRITERS = 4;
    private static final int EACH = 60;

    @RegisterExtension final LedgerFiles files = new LedgerFiles();
    @RegisterExtension final LedgerServers servers = new LedgerServers();
    @TempDir Path folder;

    @Test
    void endsAtTheLastEntryOfAFile() throws SQLException {
        LedgerDatabase ledger = files.emptyIn(folder);
        ledger.ledger().record(List.of(recording(complete(SampleGenerations.id(1)))));

        assertThat(ledger.committedSequence().end())
                .isEqualTo(
                        Long.parseLong(
                                LedgerFiles.ask(
                                        folder.resolve("1.db"), "select max(seq) from entry")));
    }

    @Test
    void aReaderMissesNothingThatServersWritersCommitLate() throws Exception {
        LedgerDatabase ledger = servers.empty();
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int first = writer * EACH;
                writers.add(threads.submit(() -> recordEach(ledger, first)));
            }
            long read = 0;
            long entries = 0;
            while (!writers.stream().allMatch(Future::isDone)) {
                long end = ledger.committedSequence().end();
                entries += count(read, end);
                read = end;
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            // An end is valid for a second.
            long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (entries < WRITERS * EACH && System.nanoTime() < deadline) {
                long end = ledger.committedSequence().end();
                entries += count(read, end);
                read = end;
            }

            assertThat(entries).isEqualTo(WRITERS * EACH);
        } finally {
            threads.shutdownNow();
        }
    }

    private static void recordEach(LedgerDatabase ledger, int first) {
        IntStream.range(first, first + EACH)
                .mapToObj(i -> recording(complete(SampleGenerations.id(i))))
                .forEach(one -> ledger.ledger().record(List.of(one)));
    }

    private long count(long after, long upTo) throws SQLException {
        return Long.parseLong(
                LedgerServers.ask(
                        servers.place(),
                        "select count(*) from entry where seq > %d and seq <= %d"
                                .formatted(after, upTo)));
    }
}
