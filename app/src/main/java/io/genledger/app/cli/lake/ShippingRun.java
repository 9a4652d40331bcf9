package io.genledger.app.cli.lake;

import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.service.lake.ShippingText;
import io.genledger.app.view.lake.LakeShippedView;
import io.genledger.ports.lake.LedgerName;
import io.genledger.ports.usecase.lake.ShipEntries;
import io.genledger.ports.usecase.lake.Shipping;

/** Ships all entries once, and says what came of it. */
record ShippingRun(Console console, LedgerName name) {

    /** Returns the exit code. */
    int run(ShipEntries entries) {
        Shipping shipping = shipped(entries);
        if (shipping instanceof Shipping.Complete all) {
            console.print(
                    new LakeShippedView(name.value(), all.rows(), all.steps(), all.last()),
                    LakeText::shipped);
            return ExitCode.OK;
        }
        ShippingText.obstacle(shipping).ifPresent(reason -> console.note("genledger: " + reason));
        return ExitCode.REJECTED;
    }

    private Shipping shipped(ShipEntries entries) {
        try {
            return entries.ship(rows -> show(LakeText.shipping(name.value(), rows)));
        } finally {
            show("");
        }
    }

    private void show(String line) {
        if (console.redraws()) {
            console.status(line);
        }
    }
}
