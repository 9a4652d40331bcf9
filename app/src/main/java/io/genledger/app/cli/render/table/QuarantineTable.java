package io.genledger.app.cli.render.table;

import io.genledger.app.cli.render.Numbers;
import io.genledger.app.cli.render.QueueWords;
import io.genledger.app.cli.render.Style;
import io.genledger.app.cli.render.Times;
import io.genledger.app.view.quarantine.QuarantineView;
import io.genledger.app.view.quarantine.QuarantinedView;
import java.util.ArrayList;
import java.util.List;

/** The quarantined documents, a line each. */
public final class QuarantineTable {

    private static final int LONGEST_REASON = 60;

    private QuarantineTable() {}

    /** Draws {@code quarantine}. */
    public static String of(QuarantineView quarantine, Style style) {
        if (quarantine.documents() == 0) {
            return "The quarantine is empty";
        }
        List<String> lines = new ArrayList<>();
        if (!quarantine.entries().isEmpty()) {
            lines.addAll(entries(quarantine).drawn(style));
        }
        long more = quarantine.documents() - quarantine.entries().size();
        if (more > 0) {
            lines.add(
                    quarantine.entries().isEmpty()
                            ? Numbers.count(more, "document")
                            : "… and " + Numbers.count(more) + " more");
        }
        return String.join("\n", lines);
    }

    private static Table entries(QuarantineView quarantine) {
        Table table =
                new Table()
                        .numbers("N")
                        .text("Origin", "Fault")
                        .numbers("Bytes")
                        .numbers("Times")
                        .text("Last received");
        for (QuarantinedView one : quarantine.entries()) {
            table.row(
                    Long.toString(one.number()),
                    QueueWords.origin(one),
                    shortened(QueueWords.fault(one)),
                    Numbers.count(one.bytes()),
                    Numbers.count(one.times()),
                    Times.second(one.lastReceived()));
        }
        return table;
    }

    private static String shortened(String reason) {
        return reason.length() > LONGEST_REASON
                ? reason.substring(0, LONGEST_REASON - 1) + "…"
                : reason;
    }
}
