package io.genledger.app.cli.console;

import io.genledger.ports.usecase.runtime.StopSignal;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jline.utils.Signals;

/**
 * Turns Ctrl-C and SIGTERM into a request to stop. The process then ends when the command has
 * ended, after ten seconds at the latest; without a listener it ends at once.
 */
public final class ShutdownSignals {

    private static final int LONGEST_SECONDS = 10;
    private static final int DRAIN_SECONDS = 8;

    private final Queue<Runnable> listeners = new ConcurrentLinkedQueue<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private boolean installed;

    /** Listens to the signals of this process. */
    public void install() {
        installed = true;
        Runtime.getRuntime().addShutdownHook(new Thread(this::shutDown, "shutdown"));
    }

    /** Requests a stop by {@code signal} on shutdown. */
    public void stopOnShutdown(StopSignal signal) {
        onShutdown(signal::request);
    }

    /** Calls {@code listener} on shutdown, from another thread. */
    public void onShutdown(Runnable listener) {
        listeners.add(listener);
    }

    /**
     * From now on SIGTERM requests a drain, and a stop eight seconds later. The process ends with
     * the command's own exit code. Ctrl-C still requests a stop at once.
     */
    public void drainOnTermination(StopSignal signal) {
        if (installed) {
            Signals.register("TERM", () -> drain(signal));
        }
    }

    /** Lets a shutdown that waits for the command go on. */
    public void ended() {
        ended.countDown();
    }

    private void drain(StopSignal signal) {
        signal.requestDrain();
        if (!endsWithin(DRAIN_SECONDS)) {
            signal.request();
            if (!endsWithin(LONGEST_SECONDS - DRAIN_SECONDS)) {
                System.err.println("genledger: stopped before the work had ended, after 10 s");
                Runtime.getRuntime().halt(ExitCode.TERMINATED);
            }
        }
    }

    /** Calls the listeners without waiting. */
    public void requestStop() {
        listeners.forEach(Runnable::run);
    }

    /** Calls the listeners and waits for the command's end, ten seconds at most. */
    public void shutDown() {
        requestStop();
        if (!listeners.isEmpty() && !endsWithin(LONGEST_SECONDS)) {
            System.err.println("genledger: stopped before the work had ended, after 10 s");
        }
    }

    private boolean endsWithin(int seconds) {
        try {
            return ended.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
