package io.genledger.ports.testkit;

class InMemoryPendingGenerationsTest extends PendingGenerationsContract {

    @Override
    protected Room emptyRoom() {
        InMemoryLedger ledger = new InMemoryLedger();
        return new Room(new InMemoryPendingGenerations(ledger), ledger);
    }
}
