package io.genledger.ports.testkit;

class InMemoryLedgerArchiveTest extends LedgerArchiveContract {

    @Override
    protected Room emptyRoom() {
        InMemoryLedger ledger = new InMemoryLedger();
        return new Room(ledger, ledger);
    }
}
