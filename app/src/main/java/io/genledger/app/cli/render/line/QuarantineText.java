package io.genledger.app.cli.render.line;

import io.genledger.app.cli.render.Numbers;
import io.genledger.app.cli.render.Sanitized;
import io.genledger.app.view.quarantine.QuarantineDropView;
import io.genledger.app.view.quarantine.QuarantineExportView;

/** Answers of quarantine export and drop in a sentence. */
public final class QuarantineText {

    private QuarantineText() {}

    /** {@code 2 documents written to to-mend.ndjson}. */
    public static String of(QuarantineExportView view) {
        return Numbers.count(view.exported(), "document")
                + " written to "
                + Sanitized.of(view.file());
    }

    /** {@code 2 dropped}. */
    public static String of(QuarantineDropView view) {
        return Numbers.count(view.dropped()) + " dropped";
    }

    /** A note that no quarantined document has that number. */
    public static String notInQuarantine(long number) {
        return "genledger: no quarantined document has the number " + number;
    }
}
