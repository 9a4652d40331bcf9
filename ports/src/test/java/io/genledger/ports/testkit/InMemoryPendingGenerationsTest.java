package io.genledger.ports.testkit;

class InMemoryPendingGenerationsTest extends PendingGenerationsContract {

    @Override
    protected QueueFixture emptyFixture() {
        return QueueFixture.inMemory();
    }
}
