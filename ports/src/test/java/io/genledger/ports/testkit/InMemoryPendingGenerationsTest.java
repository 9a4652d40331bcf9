package io.genledger.ports.testkit;

class InMemoryPendingGenerationsTest extends PendingGenerationsContract {

    @Override
    protected QueueFixture emptyRoom() {
        return QueueFixture.inMemory();
    }
}
