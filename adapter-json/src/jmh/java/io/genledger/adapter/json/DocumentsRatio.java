package io.genledger.adapter.json;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Measures decoding as a share of a bare scan of the tokens: {@code ./mvnw -Plong -DskipTests
 * package exec:exec@bench -pl adapter-json -am}. Measures the CPU time of its thread in alternating
 * slices of a few milliseconds, so that other programs on the machine disturb all figures alike.
 */
public final class DocumentsRatio {

    private static final int WARMUP_SECONDS = 10;
    private static final int ROUNDS = 101;
    private static final int INVOCATIONS = 100;
    private static final int KEPT = 1 << 10;

    private final Object[] kept = new Object[KEPT];
    private int next;

    private DocumentsRatio() {}

    /** A work that is measured, and the nanoseconds that each round of it took. */
    private static final class Work {

        private final String name;
        private final Consumer<Consumer<Object>> work;
        private final long[] nanos = new long[ROUNDS];

        Work(String name, Consumer<Consumer<Object>> work) {
            this.name = name;
            this.work = work;
        }

        double microsecondsPerDocument() {
            long[] sorted = nanos.clone();
            Arrays.sort(sorted);
            return sorted[ROUNDS / 2] / 1_000.0 / INVOCATIONS / DocumentsBenchmark.RECORDS;
        }
    }

    /** Prints microseconds of CPU per document, and the share of the scan's speed. */
    public static void main(String[] args) {
        DocumentsBenchmark benchmark = new DocumentsBenchmark();
        new DocumentsRatio()
                .measure(
                        new Work("scan", benchmark::scan),
                        new Work("decode", benchmark::decode),
                        new Work("decode + assess", benchmark::decodeAndAssess));
    }

    private void measure(Work scan, Work... others) {
        List<Work> all = Stream.concat(Stream.of(scan), Stream.of(others)).toList();
        long end = cpuNanos() + TimeUnit.SECONDS.toNanos(WARMUP_SECONDS) * all.size();
        while (cpuNanos() < end) {
            all.forEach(this::nanos);
        }
        for (int i = 0; i < ROUNDS; i++) {
            for (Work work : all) {
                work.nanos[i] = nanos(work);
            }
        }
        for (Work work : all) {
            double each = work.microsecondsPerDocument();
            System.out.printf(
                    "%-16s %6.2f us a document, %4.2f of the scan%n",
                    work.name, each, scan.microsecondsPerDocument() / each);
        }
    }

    private long nanos(Work work) {
        long start = cpuNanos();
        for (int i = 0; i < INVOCATIONS; i++) {
            work.work.accept(this::keep);
        }
        return cpuNanos() - start;
    }

    /** Keeps results for a while, lest the compiler find out that they are not used. */
    private void keep(Object result) {
        kept[next++ % KEPT] = result;
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
