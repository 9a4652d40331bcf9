package io.genledger.ports.testkit;

class InMemorySpendReaderTest extends SpendReaderContract {

    @Override
    protected Room emptyRoom() {
        InMemoryLedger ledger = new InMemoryLedger();
        return new Room(ledger, ledger);
    }
}
