package io.genledger.ports.testkit;

class InMemorySpendReaderTest extends SpendReaderContract {

    @Override
    protected Fixture emptyFixture() {
        InMemoryLedger ledger = new InMemoryLedger();
        return new Fixture(ledger, ledger);
    }
}
