package io.genledger.ports.usecase.lake;

import io.genledger.ports.lake.FeedRow;
import java.util.Optional;

/** What came of shipping a ledger's entries. */
public sealed interface Shipping {

    /**
     * The lake has all rows of the ledger.
     *
     * @param rows how many were copied
     * @param steps in how many statements
     * @param last the number of the last row; 0 if the ledger has none
     */
    record Complete(long rows, long steps, long last) implements Shipping {}

    /**
     * Nothing was copied: the lake's last row of the ledger is not the ledger's row with this
     * number. The ledger was restored from a backup, or the name is that of another one.
     *
     * @param inLake the lake's last row
     * @param inLedger the ledger's row with its number; empty if it has none
     */
    record OtherHistory(FeedRow inLake, Optional<FeedRow> inLedger) implements Shipping {}

    /**
     * Nothing was copied: the lake's engine reads another ledger under the name than this one.
     *
     * @param sequence the number of the row that differs
     * @param inLedger this ledger's row
     * @param offered the row that the engine reads; empty if there is none
     */
    record OtherFeed(long sequence, Optional<FeedRow> inLedger, Optional<FeedRow> offered)
            implements Shipping {}

    /**
     * Other statements have added rows of this ledger again and again: another shipper is at work.
     *
     * @param rows how many were copied before
     * @param last the number of the lake's last row
     */
    record Overtaken(long rows, long last) implements Shipping {}
}
