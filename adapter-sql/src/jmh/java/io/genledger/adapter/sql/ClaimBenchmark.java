package io.genledger.adapter.sql;

import io.genledger.ports.queue.Claim;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A claim of 64 ids from a queue of a thousand and from one of a million, which should need the
 * same time; heap 256 MiB. Two threads claim at the same time, one from each queue, under the same
 * load; compare their medians.
 *
 * <pre>
 * ./mvnw -Plong package exec:exec@bench -pl adapter-sql -am -Dbench.args="ClaimBenchmark"
 * </pre>
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 6, time = 5)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx256m", "--enable-native-access=ALL-UNNAMED"})
public class ClaimBenchmark {

    /** A queue and the claims on it that are not settled yet. */
    public abstract static class Queue {

        private final BenchQueue queue;
        private List<Claim> claims = List.of();

        Queue(int ids) {
            queue = new BenchQueue(ids);
        }

        List<Claim> claim() {
            claims = queue.claim();
            return claims;
        }

        /** Settles the claims outside of the measured time. */
        @TearDown(Level.Invocation)
        public void settle() {
            var unused = queue.settle(claims);
        }

        @TearDown(Level.Trial)
        public void close() throws IOException {
            queue.close();
        }
    }

    /** A thousand ids. */
    @State(Scope.Thread)
    public static class Thousand extends Queue {
        public Thousand() {
            super(1_000);
        }
    }

    /** A million ids. */
    @State(Scope.Thread)
    public static class Million extends Queue {
        public Million() {
            super(1_000_000);
        }
    }

    @Benchmark
    @Group("claim")
    public List<Claim> ofAThousand(Thousand queue) {
        return queue.claim();
    }

    @Benchmark
    @Group("claim")
    public List<Claim> ofAMillion(Million queue) {
        return queue.claim();
    }
}
