package io.genledger.ports.testkit;

class InMemoryPendingGenerationsTest extends PendingGenerationsContract {

    @Override
    protected QueueRoom emptyRoom() {
        return QueueRoom.inMemory();
    }
}
