package io.genledger.ports.testkit;

class InMemoryClaimsTest extends ClaimsContract {

    @Override
    protected QueueFixture emptyFixture() {
        return QueueFixture.inMemory();
    }
}
