package io.genledger.ports.testkit;

import io.genledger.ports.ledger.Ledger;
import io.genledger.ports.queue.Claims;
import io.genledger.ports.queue.PendingGenerations;
import io.genledger.ports.queue.RefreshQueue;
import io.genledger.ports.queue.admin.EventLog;
import io.genledger.ports.queue.admin.Quarantine;
import io.genledger.ports.queue.admin.QueueEditor;
import io.genledger.ports.queue.admin.QueueReader;

/** One queue from all sides, and the ledger it stands before. */
public record QueueFixture(
        PendingGenerations pending,
        Claims claims,
        Ledger ledger,
        QueueReader reader,
        QueueEditor editor,
        EventLog log,
        Quarantine aside,
        RefreshQueue rereads) {

    /** A room in memory, empty. */
    public static QueueFixture inMemory() {
        InMemoryLedger ledger = new InMemoryLedger();
        InMemoryPendingGenerations queue = new InMemoryPendingGenerations(ledger);
        InMemoryQueueAdmin desk = queue.desk();
        return new QueueFixture(
                queue,
                queue,
                ledger,
                desk,
                desk,
                queue.log(),
                queue.aside(),
                new InMemoryRefreshQueue(ledger, queue));
    }

    /** The same room, in which another one shares out claims. */
    public QueueFixture with(Claims other) {
        return new QueueFixture(pending, other, ledger, reader, editor, log, aside, rereads);
    }

    /** The same room with another way into the queue. */
    public QueueFixture with(PendingGenerations other) {
        return new QueueFixture(other, claims, ledger, reader, editor, log, aside, rereads);
    }

    /** The same room, in which another one overrules the queue. */
    public QueueFixture with(QueueEditor other) {
        return new QueueFixture(pending, claims, ledger, reader, other, log, aside, rereads);
    }

    /** The same room with another way to read generations once more. */
    public QueueFixture with(RefreshQueue other) {
        return new QueueFixture(pending, claims, ledger, reader, editor, log, aside, other);
    }
}
