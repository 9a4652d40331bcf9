package io.genledger.ports.testkit;

import io.genledger.ports.quarantine.QuarantineEditor;

class InMemoryQuarantineTest extends QuarantineContract {

    @Override
    protected Fixture emptyQuarantine() {
        QueueFixture queue = QueueFixture.inMemory();
        return new Fixture(queue, (QuarantineEditor) queue.quarantine());
    }
}
