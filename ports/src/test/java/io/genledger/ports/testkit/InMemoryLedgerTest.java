package io.genledger.ports.testkit;

import io.genledger.ports.ledger.Ledger;

class InMemoryLedgerTest extends LedgerContract {

    @Override
    protected Ledger emptyLedger() {
        return new InMemoryLedger();
    }
}
