package io.genledger.app.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What one run took.
 *
 * @param requests how many ids it asked for
 * @param nanos by the clock
 * @param cpuNanos of all threads of this process
 * @param threadNanos of the calling thread
 */
record Run(int requests, long nanos, long cpuNanos, long threadNanos) {

    /** Work that can be measured. */
    interface Work {
        void run() throws Exception;
    }

    static Run of(int requests, Work work) throws Exception {
        long cpu = cpu();
        long thread = thread();
        long start = System.nanoTime();
        work.run();
        return new Run(requests, System.nanoTime() - start, cpu() - cpu, thread() - thread);
    }

    static Run median(List<Run> runs) {
        return runs.stream()
                .sorted(Comparator.comparingLong(Run::nanos))
                .skip(runs.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    double perSecond() {
        return requests * 1e9 / nanos;
    }

    double microsEach() {
        return cpuNanos / 1e3 / requests;
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static long thread() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%,.0f/s, %.1f µs of processor each, %.1f of them on the calling thread",
                perSecond(),
                microsEach(),
                threadNanos / 1e3 / requests);
    }
}
