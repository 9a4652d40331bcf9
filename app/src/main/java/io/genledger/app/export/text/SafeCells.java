package io.genledger.app.export.text;

import java.util.List;

/** The note on cells that were made safe for spreadsheets. */
public final class SafeCells {

    private SafeCells() {}

    /**
     * The note, if any cell was changed.
     *
     * @param changed how many cells were changed
     */
    public static List<String> notes(long changed) {
        return changed == 0
                ? List.of()
                : List.of(
                        "In "
                                + (changed == 1 ? "1 cell" : "%,d cells".formatted(changed))
                                + " an apostrophe (') stands before text that a spreadsheet would"
                                + " execute as a formula.");
    }
}
