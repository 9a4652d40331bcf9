package io.genledger.ports.testkit;

class InMemoryQueueAdminTest extends QueueAdminContract {

    @Override
    protected QueueFixture emptyRoom() {
        return QueueFixture.inMemory();
    }
}
