package io.genledger.ports.testkit;

class InMemoryGenerationReaderTest extends GenerationReaderContract {

    @Override
    protected Fixture emptyFixture() {
        InMemoryLedger ledger = new InMemoryLedger();
        return new Fixture(new InMemoryGenerationReader(ledger), ledger);
    }
}
