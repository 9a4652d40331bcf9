package io.genledger.ports.testkit;

class InMemoryRefreshQueueTest extends RefreshQueueContract {

    @Override
    protected QueueFixture emptyRoom() {
        return QueueFixture.inMemory();
    }
}
