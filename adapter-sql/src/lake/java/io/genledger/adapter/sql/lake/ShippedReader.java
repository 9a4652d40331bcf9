package io.genledger.adapter.sql.lake;

import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.report.SpendRow;
import io.genledger.ports.report.SpendReader;
import io.genledger.ports.report.Uncollected;
import io.genledger.ports.usecase.lake.ShipEntries;
import io.genledger.ports.usecase.lake.Shipping;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads a lake to which a ledger's rows are shipped before. */
record ShippedReader(ShipEntries shipper, SpendReader lake) implements SpendReader {

    @Override
    public Optional<Uncollected> read(SpendQuery query, Consumer<SpendRow> rows) {
        Shipping shipping = shipper.ship(shipped -> {});
        if (!(shipping instanceof Shipping.Complete)) {
            throw new IllegalStateException("not shipped: " + shipping);
        }
        return lake.read(query, rows);
    }

    @Override
    public boolean keepsSums(SpendQuery query) {
        return lake.keepsSums(query);
    }
}
