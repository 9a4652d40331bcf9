package io.genledger.ports.queue;

import io.genledger.ports.ledger.LedgerUnavailableException;
import java.time.Duration;
import java.time.Instant;

/** Lets kept generations be read once more when they have settled. */
@FunctionalInterface
public interface RefreshQueue {

    /**
     * Puts kept generations into the queue, due at once, which are {@code age} old and were read
     * for the last time before they were. They stay recorded. One of which only inline figures are
     * kept is not among them: nobody has read its record yet. One that is in the queue is not put
     * there a second time.
     *
     * @param age how long after its creation a generation is read once more
     * @param most how many at most
     * @return how many were put there; fewer than {@code most} when there are no more
     * @throws LedgerUnavailableException if nothing could be written
     */
    int enqueue(Duration age, int most, Instant now);
}
