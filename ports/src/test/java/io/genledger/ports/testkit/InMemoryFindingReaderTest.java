package io.genledger.ports.testkit;

class InMemoryFindingReaderTest extends FindingReaderContract {

    @Override
    protected Fixture emptyFixture() {
        InMemoryLedger ledger = new InMemoryLedger();
        return new Fixture(ledger, ledger);
    }
}
