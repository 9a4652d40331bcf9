package io.genledger.ports.testkit;

class InMemoryPrecedenceTest extends PrecedenceContract {

    @Override
    protected SpendReaderContract.Fixture emptyFixture() {
        InMemoryLedger ledger = new InMemoryLedger();
        return new SpendReaderContract.Fixture(ledger, ledger);
    }
}
