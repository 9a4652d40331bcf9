package io.genledger.ports.testkit;

class InMemoryRefreshQueueTest extends RefreshQueueContract {

    @Override
    protected QueueFixture emptyFixture() {
        return QueueFixture.inMemory();
    }
}
