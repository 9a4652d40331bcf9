package io.genledger.ports.testkit;

class InMemoryClaimsTest extends ClaimsContract {

    @Override
    protected QueueFixture emptyRoom() {
        return QueueFixture.inMemory();
    }
}
