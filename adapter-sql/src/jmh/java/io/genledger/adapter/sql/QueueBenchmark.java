package io.genledger.adapter.sql;

import io.genledger.ports.queue.Backlog;
import io.genledger.ports.queue.admin.QueueEntry;
import io.genledger.ports.queue.admin.QueueQuery;
import io.genledger.ports.queue.admin.QueueTotal;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Queries on the queue; heap 256 MiB. The time of a worker's query should not grow with the queue;
 * listing and counting read an index entry of every id that is not recorded.
 *
 * <pre>
 * ./mvnw -Plong package exec:exec@bench -pl adapter-sql -am -Dbench.args="QueueBenchmark"
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx256m", "--enable-native-access=ALL-UNNAMED"})
public class QueueBenchmark {

    /** The number of ids in the queue. */
    @Param({"1000", "1000000"})
    public int ids;

    private Optional<BenchQueue> queue = Optional.empty();

    @Setup(Level.Trial)
    public void fill() {
        queue = Optional.of(new BenchQueue(ids));
    }

    @TearDown(Level.Trial)
    public void remove() throws IOException {
        queue.orElseThrow().close();
    }

    private LedgerDatabase database() {
        return queue.orElseThrow().database();
    }

    /** The query of an idle worker. */
    @Benchmark
    public Optional<Instant> nextDue() {
        return database().claims().nextDue();
    }

    /** The list of {@code pending}. */
    @Benchmark
    public List<QueueEntry> list() {
        return database().queue().list(QueueQuery.OPEN, 20, BenchQueue.NOW);
    }

    /** The counts of {@code pending}. */
    @Benchmark
    public List<QueueTotal> count() {
        return database().queue().count(QueueQuery.OPEN, BenchQueue.NOW);
    }

    /** The counts of {@code collect}. */
    @Benchmark
    public Backlog backlog() {
        return database().pending().backlog(BenchQueue.NOW);
    }
}
