package io.genledger.app.cli.render.line;

import io.genledger.app.cli.render.Numbers;
import io.genledger.app.cli.render.Sanitized;
import io.genledger.app.view.maintain.VerifyView;
import io.genledger.ports.ledger.admin.LedgerFault;
import java.util.stream.Collectors;

/** Answers of the commands that check and change a ledger as a whole. */
public final class MaintainText {

    private MaintainText() {}

    /** The first faults, one a line, and what was compared. */
    public static String of(VerifyView view) {
        String compared =
                "%s, %s entries, %s%s"
                        .formatted(
                                Numbers.count(view.generations(), "generation"),
                                Numbers.count(view.entries()),
                                Numbers.count(view.rollupRows(), "rollup row"),
                                view.documents() == 0
                                        ? ""
                                        : ", " + Numbers.count(view.documents(), "document"));
        if (view.faults() == 0) {
            return compared + ": equal to the digit";
        }
        String faults =
                view.first().stream().map(MaintainText::line).collect(Collectors.joining());
        return faults + compared + ": " + Numbers.count(view.faults(), "fault");
    }

    private static String line(LedgerFault fault) {
        return "%s, %s: %s is %s, expected %s%n"
                .formatted(
                        fault.table(),
                        Sanitized.of(fault.row()),
                        fault.column(),
                        Sanitized.of(fault.found()),
                        fault.expected());
    }
}
