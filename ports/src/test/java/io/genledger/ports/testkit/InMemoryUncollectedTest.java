package io.genledger.ports.testkit;

class InMemoryUncollectedTest extends UncollectedContract {

    @Override
    protected Fixture emptyFixture() {
        InMemoryLedger ledger = new InMemoryLedger();
        InMemoryPendingGenerations queue = new InMemoryPendingGenerations(ledger);
        return new Fixture(new InMemorySpendReader(ledger, queue), queue, queue, ledger);
    }
}
