package io.genledger.ports.testkit;

import io.genledger.ports.report.FindingReader;

class InMemoryFindingReaderTest extends FindingReaderContract {

    @Override
    protected Fixture emptyFixture() {
        InMemoryLedger ledger = new InMemoryLedger();
        return new Fixture(reader(ledger), ledger);
    }

    FindingReader reader(InMemoryLedger ledger) {
        return ledger;
    }
}
