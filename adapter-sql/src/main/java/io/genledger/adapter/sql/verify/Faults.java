package io.genledger.adapter.sql.verify;

import io.genledger.ports.ledger.admin.LedgerFault;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Counts the faults of one check, and keeps the first ones. */
final class Faults {

    private final int most;
    private final List<LedgerFault> named = new ArrayList<>();
    private long count;

    /**
     * @param most how many faults are kept
     */
    Faults(int most) {
        this.most = most;
    }

    /** Adds a fault, which is described only if it is kept. */
    void add(Supplier<LedgerFault> description) {
        count++;
        if (named.size() < most) {
            named.add(description.get());
        }
    }

    long count() {
        return count;
    }

    List<LedgerFault> named() {
        return named;
    }
}
