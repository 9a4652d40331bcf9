package io.genledger.ports.testkit;

import io.genledger.ports.source.BroadcastDeliveries;

class InMemoryBroadcastDeliveriesTest extends BroadcastDeliveriesContract {

    @Override
    protected BroadcastDeliveries empty() {
        return new InMemoryBroadcastDeliveries();
    }
}
