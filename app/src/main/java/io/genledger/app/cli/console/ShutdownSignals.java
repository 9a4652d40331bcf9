package io.genledger.app.cli.console;

import io.genledger.ports.usecase.runtime.StopSignal;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jline.utils.Signals;

/**
 * Turns Ctrl-C and SIGTERM into a request to stop, and holds the process until the work has come to
 * its orderly end, or for ten seconds. A command that takes no requests ends at once.
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
     * From now on SIGTERM asks {@code signal} to drain, and to stop if that takes eight seconds;
     * the command's own exit code counts then. Ctrl-C stays what it was.
     */
    public void drainOnTermination(StopSignal signal) {
        if (installed) {
            Signals.register("TERM", () -> drain(signal));
        }
    }

    /** The command has come to its end. */
    public void ended() {
        ended.countDown();
    }

    private void drain(StopSignal signal) {
        signal.requestDrain();
        if (!endsWithin(DRAIN_SECONDS)) {
            signal.request();
            if (!endsWithin(LONGEST_SECONDS - DRAIN_SECONDS)) {
                System.err.println("genledger: stopped without waiting any longer");
                Runtime.getRuntime().halt(ExitCode.TERMINATED);
            }
        }
    }

    /** Stops what listens, and waits for nothing. */
    public void requestStop() {
        listeners.forEach(Runnable::run);
    }

    /** Stops what listens, and waits for its end. */
    public void shutDown() {
        requestStop();
        if (!listeners.isEmpty() && !endsWithin(LONGEST_SECONDS)) {
            System.err.println("genledger: stopped without waiting any longer");
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
