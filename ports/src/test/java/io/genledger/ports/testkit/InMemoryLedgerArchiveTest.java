package io.genledger.ports.testkit;

class InMemoryLedgerArchiveTest extends LedgerArchiveContract {

    @Override
    protected Fixture emptyFixture() {
        InMemoryLedger ledger = new InMemoryLedger();
        return new Fixture(ledger, ledger);
    }
}
