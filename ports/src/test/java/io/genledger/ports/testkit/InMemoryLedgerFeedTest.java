package io.genledger.ports.testkit;

class InMemoryLedgerFeedTest extends LedgerFeedContract {

    @Override
    protected Fixture emptyFixture() {
        InMemoryLedger ledger = new InMemoryLedger();
        return new Fixture(new InMemoryLedgerFeed(ledger), ledger);
    }
}
