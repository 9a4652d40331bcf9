package io.genledger.ports.testkit;

import io.genledger.ports.tail.TailPositions;

class InMemoryTailPositionsTest extends TailPositionsContract {

    @Override
    protected TailPositions nothingFollowed() {
        return new InMemoryTailPositions();
    }
}
