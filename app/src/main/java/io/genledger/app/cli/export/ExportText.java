package io.genledger.app.cli.export;

import io.genledger.app.cli.render.Numbers;
import io.genledger.app.cli.render.Sanitized;
import io.genledger.app.view.export.ExportView;
import java.util.ArrayList;
import java.util.List;

/** The answer of an export as text. */
final class ExportText {

    private ExportText() {}

    /** {@code 1,024 generations written to figures.csv}, and a line for each note. */
    static String of(ExportView view) {
        List<String> lines = new ArrayList<>();
        boolean wasComplete =
                view.rows() == 0 && view.resumed().filter(view.file()::endsWith).isPresent();
        lines.add(
                wasComplete
                        ? "0 generations written"
                        : Numbers.count(view.rows(), "generation")
                                + " written to "
                                + Sanitized.of(view.file()));
        lines.addAll(notes(view));
        return String.join("\n", lines);
    }

    /** What the file lacks, and what its reader should know. */
    static List<String> notes(ExportView view) {
        List<String> notes = new ArrayList<>();
        view.resumed()
                .ifPresent(file ->
                        notes.add(
                                "An interrupted export was finished: "
                                        + Sanitized.of(file)
                                        + " is complete."));
        if (view.leftOut() > 0) {
            notes.add(
                    Numbers.count(view.leftOut(), "generation")
                            + " left out: the document was erased or pruned.");
        }
        view.prunedBefore()
                .ifPresent(moment ->
                        notes.add(
                                "Generations created before %s are left out: their entries were pruned."
                                        .formatted(moment)));
        notes.addAll(view.notes());
        return notes;
    }
}
