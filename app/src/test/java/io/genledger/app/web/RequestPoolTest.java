package io.genledger.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class RequestPoolTest {

    @Test
    void itsEndWaitsForWorkThatIsUnderWay() throws InterruptedException {
        RequestPool pool = new RequestPool("reads", 1, 1);
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean hasEnded = new AtomicBoolean();
        Thread test = Thread.currentThread();
        pool.execute(() -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException stopped) {
                awaitWaiting(test);
                hasEnded.set(true);
            }
        });
        begun.await();

        pool.close();

        assertThat(hasEnded).isTrue();
    }

    /** Returns at the latest after a quarter of a second, if the thread does not wait at all. */
    private static void awaitWaiting(Thread thread) {
        long end = System.nanoTime() + 250_000_000;
        while (thread.getState() != Thread.State.TIMED_WAITING && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    @Test
    void workThatNeverEndsDoesNotHoldUpTheStop() throws InterruptedException {
        RequestPool pool = new RequestPool("reads", 1, 1);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        AtomicBoolean isOver = new AtomicBoolean();
        pool.execute(() -> {
            begun.countDown();
            while (!isOver.get()) {
                Thread.onSpinWait();
            }
            end.countDown();
        });
        begun.await();

        try (CapturedLog log = new CapturedLog()) {
            pool.close();

            assertThat(log.text()).contains("\"reads\" that the stop cuts off: 1");
        } finally {
            isOver.set(true);
        }
        end.await();
    }
}
