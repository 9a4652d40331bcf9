package io.genledger.ports.testkit;

class InMemoryClaimsTest extends ClaimsContract {

    @Override
    protected QueueRoom emptyRoom() {
        return QueueRoom.inMemory();
    }
}
