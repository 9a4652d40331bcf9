package io.genledger.ports.testkit;

class InMemoryExportReaderTest extends ExportReaderContract {

    @Override
    protected Fixture emptyFixture() {
        InMemoryLedger ledger = new InMemoryLedger();
        return new Fixture(new InMemoryExportReader(ledger), ledger);
    }
}
