package io.genledger.ports.testkit;

class InMemoryRereadsTest extends RereadsContract {

    @Override
    protected QueueRoom emptyRoom() {
        return QueueRoom.inMemory();
    }
}
