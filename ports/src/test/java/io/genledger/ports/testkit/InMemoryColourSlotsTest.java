package io.genledger.ports.testkit;

import io.genledger.ports.report.ColourSlots;

class InMemoryColourSlotsTest extends ColourSlotsContract {

    @Override
    protected ColourSlots noColours() {
        return new InMemoryColourSlots();
    }
}
