package io.genledger.ports.testkit;

class InMemoryQueueDeskTest extends QueueDeskContract {

    @Override
    protected QueueRoom emptyRoom() {
        return QueueRoom.inMemory();
    }
}
