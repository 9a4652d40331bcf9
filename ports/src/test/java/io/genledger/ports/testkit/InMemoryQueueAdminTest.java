package io.genledger.ports.testkit;

class InMemoryQueueAdminTest extends QueueAdminContract {

    @Override
    protected QueueFixture emptyFixture() {
        return QueueFixture.inMemory();
    }
}
