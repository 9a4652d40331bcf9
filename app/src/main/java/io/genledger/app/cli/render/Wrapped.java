package io.genledger.app.cli.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sentences in lines of a width. */
public final class Wrapped {

    private Wrapped() {}

    /**
     * {@code text} in lines that end between words. A word that is longer than a line is not cut.
     *
     * @param width the most cells of a line; empty for no limit
     */
    public static List<String> lines(String text, Optional<Integer> width) {
        if (width.isEmpty() || DisplayCells.of(text) <= width.get()) {
            return List.of(text);
        }
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && DisplayCells.of(line + " " + word) > width.get()) {
                lines.add(line);
                line = "";
            }
            line += line.isEmpty() ? word : " " + word;
        }
        lines.add(line);
        return lines;
    }
}
