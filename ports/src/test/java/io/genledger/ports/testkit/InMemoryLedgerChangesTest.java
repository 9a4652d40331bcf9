package io.genledger.ports.testkit;

class InMemoryLedgerChangesTest extends LedgerChangesContract {

    @Override
    protected Fixture emptyFixture() {
        InMemoryLedger ledger = new InMemoryLedger();
        InMemoryPendingGenerations queue = new InMemoryPendingGenerations(ledger);
        return new Fixture(new InMemoryLedgerChanges(ledger, queue), ledger, queue);
    }
}
