package io.genledger.app.cli.render.sheet;

import io.genledger.app.cli.render.Numbers;
import io.genledger.app.cli.render.QueueWords;
import io.genledger.app.cli.render.Sanitized;
import io.genledger.app.cli.render.Style;
import io.genledger.app.cli.render.Times;
import io.genledger.app.view.quarantine.QuarantineBodyView;
import io.genledger.app.view.quarantine.QuarantinedView;

/** One quarantined document: its facts, then its text, made safe for a terminal. */
public final class QuarantineSheet {

    private QuarantineSheet() {}

    /** Draws {@code shown}. */
    public static String of(QuarantineBodyView shown, Style style) {
        QuarantinedView document = shown.document();
        FactSheet sheet = new FactSheet("Quarantined document " + document.number());
        sheet.section("Origin");
        sheet.fact(document.id().isPresent() ? "fetched for" : "file", QueueWords.origin(document));
        sheet.fact("fault", QueueWords.fault(document));
        sheet.fact("first received", Times.second(document.firstReceived()));
        sheet.fact("last received", Times.second(document.lastReceived()));
        sheet.fact("received", Numbers.count(document.times(), "time"));
        sheet.fact("size", Numbers.count(document.bytes(), "byte"));
        return sheet.drawn(style)
                + "\n\n"
                + style.bold("Document")
                + "\n"
                + Sanitized.lines(shown.body().stripTrailing());
    }
}
