package io.genledger.ports.testkit;

class InMemoryDocumentLookupTest extends DocumentLookupContract {

    @Override
    protected Fixture emptyFixture() {
        InMemoryLedger ledger = new InMemoryLedger();
        return new Fixture(new InMemoryDocumentLookup(ledger), ledger);
    }
}
