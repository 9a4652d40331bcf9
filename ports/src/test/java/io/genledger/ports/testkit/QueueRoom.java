package io.genledger.ports.testkit;

import io.genledger.ports.AsideDocuments;
import io.genledger.ports.Claims;
import io.genledger.ports.Ledger;
import io.genledger.ports.LedgerLog;
import io.genledger.ports.PendingGenerations;
import io.genledger.ports.QueueEditor;
import io.genledger.ports.QueueReader;
import io.genledger.ports.Rereads;

/** One queue from all sides, and the ledger it stands before. */
public record QueueRoom(
        PendingGenerations pending,
        Claims claims,
        Ledger ledger,
        QueueReader reader,
        QueueEditor editor,
        LedgerLog log,
        AsideDocuments aside,
        Rereads rereads) {

    /** A room in memory, empty. */
    public static QueueRoom inMemory() {
        InMemoryLedger ledger = new InMemoryLedger();
        InMemoryPendingGenerations queue = new InMemoryPendingGenerations(ledger);
        InMemoryQueueDesk desk = queue.desk();
        return new QueueRoom(
                queue,
                queue,
                ledger,
                desk,
                desk,
                queue.log(),
                queue.aside(),
                new InMemoryRereads(ledger, queue));
    }

    /** The same room, in which another one shares out claims. */
    public QueueRoom with(Claims other) {
        return new QueueRoom(pending, other, ledger, reader, editor, log, aside, rereads);
    }

    /** The same room with another way into the queue. */
    public QueueRoom with(PendingGenerations other) {
        return new QueueRoom(other, claims, ledger, reader, editor, log, aside, rereads);
    }

    /** The same room, in which another one overrules the queue. */
    public QueueRoom with(QueueEditor other) {
        return new QueueRoom(pending, claims, ledger, reader, other, log, aside, rereads);
    }

    /** The same room with another way to read generations once more. */
    public QueueRoom with(Rereads other) {
        return new QueueRoom(pending, claims, ledger, reader, editor, log, aside, other);
    }
}
