package io.genledger.ports.testkit;

import io.genledger.ports.ledger.Ledger;
import io.genledger.ports.quarantine.Quarantine;
import io.genledger.ports.queue.Claims;
import io.genledger.ports.queue.LookedUpGenerations;
import io.genledger.ports.queue.PendingGenerations;
import io.genledger.ports.queue.RefreshQueue;
import io.genledger.ports.queue.admin.EventLog;
import io.genledger.ports.queue.admin.QueueEditor;
import io.genledger.ports.queue.admin.QueueReader;

/** All ports of one queue, and its ledger. */
public record QueueFixture(
        PendingGenerations pending,
        LookedUpGenerations lookedUp,
        Claims claims,
        Ledger ledger,
        QueueReader reader,
        QueueEditor editor,
        EventLog log,
        Quarantine quarantine,
        RefreshQueue refreshes) {

    /** An empty queue in memory. */
    public static QueueFixture inMemory() {
        InMemoryLedger ledger = new InMemoryLedger();
        InMemoryPendingGenerations queue = new InMemoryPendingGenerations(ledger);
        InMemoryQueueAdmin admin = queue.admin();
        return new QueueFixture(
                queue,
                queue,
                queue,
                ledger,
                admin,
                admin,
                queue.log(),
                queue.quarantine(),
                new InMemoryRefreshQueue(ledger, queue));
    }

    /** This fixture with other claims. */
    public QueueFixture with(Claims other) {
        return new QueueFixture(
                pending, lookedUp, other, ledger, reader, editor, log, quarantine, refreshes);
    }

    /** This fixture with another tracker. */
    public QueueFixture with(PendingGenerations other) {
        return new QueueFixture(
                other, lookedUp, claims, ledger, reader, editor, log, quarantine, refreshes);
    }

    /** This fixture with other look-ups. */
    public QueueFixture with(LookedUpGenerations other) {
        return new QueueFixture(
                pending, other, claims, ledger, reader, editor, log, quarantine, refreshes);
    }

    /** This fixture with another editor. */
    public QueueFixture with(QueueEditor other) {
        return new QueueFixture(
                pending, lookedUp, claims, ledger, reader, other, log, quarantine, refreshes);
    }

    /** This fixture with another refresh queue. */
    public QueueFixture with(RefreshQueue other) {
        return new QueueFixture(
                pending, lookedUp, claims, ledger, reader, editor, log, quarantine, other);
    }
}
