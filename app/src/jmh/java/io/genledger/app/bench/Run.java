package io.genledger.app.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/**
 * What one run took.
 *
 * @param requests how many ids it asked for
 * @param nanos by the clock
 * @param cpuNanos of all threads of this process
 * @param threadNanos of the calling thread
 * @param serverNanos of the processes that this one started
 */
public record Run(int requests, long nanos, long cpuNanos, long threadNanos, long serverNanos) {

    /** Work that can be measured. */
    public interface Work {
        void run() throws Exception;
    }

    /** Runs the work, without garbage of earlier runs. */
    public static Run of(int requests, Work work) throws Exception {
        System.gc();
        long server = server();
        long cpu = cpu();
        long thread = thread();
        long start = System.nanoTime();
        work.run();
        return new Run(
                requests,
                System.nanoTime() - start,
                cpu() - cpu,
                thread() - thread,
                server() - server);
    }

    /** The median of each figure; other programs disturb times by the clock more than the rest. */
    public static Run median(List<Run> runs) {
        return new Run(
                runs.get(0).requests,
                median(runs, Run::nanos),
                median(runs, Run::cpuNanos),
                median(runs, Run::threadNanos),
                median(runs, Run::serverNanos));
    }

    private static long median(List<Run> runs, ToLongFunction<Run> figure) {
        return runs.stream().mapToLong(figure).sorted().skip(runs.size() / 2).findFirst().orElse(0);
    }

    public double perSecond() {
        return requests * 1e9 / nanos;
    }

    /** Microseconds of processor for each request, the server's included. */
    public double microsEach() {
        return (cpuNanos + serverNanos) / 1e3 / requests;
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static long thread() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long server() {
        return ProcessHandle.current()
                .descendants()
                .mapToLong(process ->
                        process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos())
                .sum();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%,7.0f/s, processor time each: %5.1f µs (server %4.1f, calling thread %4.1f)",
                perSecond(),
                microsEach(),
                serverNanos / 1e3 / requests,
                threadNanos / 1e3 / requests);
    }
}
