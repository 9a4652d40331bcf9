package io.genledger.app.cli;

import io.genledger.ports.usecase.StopSignal;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl-C and SIGTERM into a request to stop, and holds the process until the work has come to
 * its orderly end, or for ten seconds. A command that takes no requests ends at once.
 */
final class Interruption {

    private static final int LONGEST_SECONDS = 10;

    private final Queue<Runnable> listeners = new ConcurrentLinkedQueue<>();
    private final CountDownLatch ended = new CountDownLatch(1);

    /** Listens to the signals of this process. */
    void install() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::interrupt, "interruption"));
    }

    /** Passes an interruption on to {@code signal}. */
    void passOnTo(StopSignal signal) {
        onInterrupt(signal::request);
    }

    /** Calls {@code listener} when an interruption comes, from another thread. */
    void onInterrupt(Runnable listener) {
        listeners.add(listener);
    }

    /** The command has come to its end. */
    void ended() {
        ended.countDown();
    }

    private void interrupt() {
        listeners.forEach(Runnable::run);
        try {
            if (!listeners.isEmpty() && !ended.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("genledger: stopped without waiting any longer");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
