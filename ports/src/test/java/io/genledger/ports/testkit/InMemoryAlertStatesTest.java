package io.genledger.ports.testkit;

import io.genledger.ports.alert.AlertStates;

class InMemoryAlertStatesTest extends AlertStatesContract {

    @Override
    protected AlertStates emptyStates() {
        return new InMemoryAlertStates();
    }
}
