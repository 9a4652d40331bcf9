package io.genledger.ports.testkit;

import io.genledger.ports.tail.TailPositions;

class InMemoryTailPositionsTest extends TailPositionsContract {

    @Override
    protected TailPositions noPositions() {
        return new InMemoryTailPositions();
    }
}
