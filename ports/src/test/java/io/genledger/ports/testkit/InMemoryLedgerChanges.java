package io.genledger.ports.testkit;

import io.genledger.ports.ledger.LedgerChanges;
import io.genledger.ports.queue.PendingGenerations;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The changes of a ledger and a queue in memory.
 *
 * @param ledger the ledger
 * @param pending the queue
 */
public record InMemoryLedgerChanges(InMemoryLedger ledger, PendingGenerations pending)
        implements LedgerChanges {

    @Override
    public Changes since(long after, int most) {
        String queue = pending.backlog(Instant.EPOCH).toString();
        List<InMemoryLedger.Entry> entries = ledger.entries();
        long last = entries.size();
        List<Change> changes =
                LongStream.rangeClosed(Math.min(after, last) + 1, last)
                        .filter(number -> entries.get((int) number - 1).cancels() == 0)
                        .mapToObj(number -> change(number, entries.get((int) number - 1)))
                        .limit(most)
                        .toList();
        return new Changes(
                changes,
                changes.size() == most ? changes.get(most - 1).number() : last,
                last + " " + queue);
    }

    private static Change change(long number, InMemoryLedger.Entry entry) {
        return new Change(number, entry.recording().entry().id(), entry.revision() > 1);
    }
}
