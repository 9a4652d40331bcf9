package io.genledger.ports.testkit;

class InMemoryLookedUpGenerationsTest extends LookedUpGenerationsContract {

    @Override
    protected QueueFixture emptyFixture() {
        return QueueFixture.inMemory();
    }
}
