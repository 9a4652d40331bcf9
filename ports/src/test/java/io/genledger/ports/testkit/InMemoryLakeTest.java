package io.genledger.ports.testkit;

import java.util.Map;

class InMemoryLakeTest extends LakeContract {

    @Override
    protected Fixture emptyFixture() {
        InMemoryLedger eu = new InMemoryLedger();
        InMemoryLedger us = new InMemoryLedger();
        InMemoryLedgerFeed ofEu = new InMemoryLedgerFeed(eu);
        InMemoryLedgerFeed ofUs = new InMemoryLedgerFeed(us);
        return new Fixture(
                new InMemoryLake(Map.of(EU, ofEu, US, ofUs)),
                Map.of(EU, new Source(eu, ofEu), US, new Source(us, ofUs)));
    }
}
