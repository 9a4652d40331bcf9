package io.genledger.app.cli.export;

import io.genledger.app.cli.render.Numbers;
import io.genledger.app.cli.render.Sanitized;
import io.genledger.app.export.ExportFormat;
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
                        : Numbers.count(view.rows(), "generation") + " written to " + files(view));
        lines.addAll(notes(view));
        return String.join("\n", lines);
    }

    private static String reason(ExportView view) {
        return view.format().equals(ExportFormat.FOCUS.label())
                ? "the credits are unknown."
                : "the document was erased or pruned.";
    }

    private static String files(ExportView view) {
        List<String> all = view.files();
        return all.size() < 2
                ? Sanitized.of(all.isEmpty() ? view.file() : all.get(0))
                : "%s to %s (%s)"
                        .formatted(
                                Sanitized.of(all.get(0)),
                                Sanitized.of(all.get(all.size() - 1)),
                                Numbers.count(all.size(), "file"));
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
            notes.add(Numbers.count(view.leftOut(), "generation") + " left out: " + reason(view));
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
