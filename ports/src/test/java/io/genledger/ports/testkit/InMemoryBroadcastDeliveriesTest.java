package io.genledger.ports.testkit;

import io.genledger.ports.ledger.BroadcastDeliveries;

class InMemoryBroadcastDeliveriesTest extends BroadcastDeliveriesContract {

    @Override
    protected BroadcastDeliveries empty() {
        return new InMemoryBroadcastDeliveries();
    }
}
