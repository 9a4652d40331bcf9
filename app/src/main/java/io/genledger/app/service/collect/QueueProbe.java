package io.genledger.app.service.collect;

import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.queue.admin.QueueQuery;
import io.genledger.ports.queue.admin.QueueState;
import io.genledger.ports.queue.admin.QueueTotal;
import io.genledger.ports.usecase.queue.ListPending;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Reads the queue for display: at most once a second, and in at most a twentieth of the time,
 * because counting a long queue delays the collection.
 */
public final class QueueProbe {

    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final int SHARE = 20;

    private final InstantSource monotonic;
    private final ListPending queue;
    private Optional<Depth> depth = Optional.empty();
    private Optional<Instant> nextRead = Optional.empty();

    /** Reads {@code queue}. */
    public QueueProbe(InstantSource monotonic, ListPending queue) {
        this.monotonic = monotonic;
        this.queue = queue;
    }

    /**
     * The pending part of the queue.
     *
     * @param pending number of pending ids, with those that are being requested
     * @param oldest time at which the oldest of them was tracked; empty if there are none
     * @param nextDue time from which the first may be requested; empty if there are none, or all
     *     are being requested
     */
    public record Depth(long pending, Optional<Instant> oldest, Optional<Instant> nextDue) {

        private static Depth of(List<QueueTotal> totals) {
            List<QueueTotal> open =
                    totals.stream()
                            .filter(total ->
                                    total.state() == QueueState.PENDING
                                            || total.state() == QueueState.CLAIMED)
                            .toList();
            return new Depth(
                    open.stream().mapToLong(QueueTotal::ids).sum(),
                    open.stream().map(QueueTotal::firstSeen).min(Comparator.naturalOrder()),
                    open.stream()
                            .filter(total -> total.state() == QueueState.PENDING)
                            .flatMap(total -> total.nextDue().stream())
                            .min(Comparator.naturalOrder()));
        }
    }

    /**
     * What was read last, which is old while the ledger is unavailable; empty if it could not be
     * read yet.
     */
    public Optional<Depth> depth() {
        Instant start = monotonic.instant();
        if (nextRead.filter(start::isBefore).isEmpty()) {
            try {
                depth = Optional.of(Depth.of(queue.list(QueueQuery.OPEN, 0).totals()));
            } catch (LedgerUnavailableException unavailable) {
                // The run meets the same failure at its next claim, and reports it or ends.
            }
            Instant end = monotonic.instant();
            // The first read loads classes, so that its duration says nothing about the next.
            Duration pause =
                    nextRead.isEmpty()
                            ? INTERVAL
                            : Duration.between(start, end).multipliedBy(SHARE);
            nextRead = Optional.of(end.plus(pause.compareTo(INTERVAL) > 0 ? pause : INTERVAL));
        }
        return depth;
    }
}
