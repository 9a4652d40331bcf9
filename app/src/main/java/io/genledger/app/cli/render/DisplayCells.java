package io.genledger.app.cli.render;

import org.jline.utils.WCWidth;

/**
 * Text by the cells that it takes on a terminal: two for a wide character, as in Chinese, none for
 * a combining one.
 */
public final class DisplayCells {

    private static final String CUT = "…";

    private DisplayCells() {}

    /** The number of cells of a sanitized text. */
    public static int of(String text) {
        return Sanitized.isPlain(text)
                ? text.length()
                : text.codePoints().map(DisplayCells::of).sum();
    }

    private static int of(int codePoint) {
        return Math.max(0, WCWidth.wcwidth(codePoint));
    }

    /** {@code text}, cut in the middle if it takes more than {@code most} cells. */
    public static String shortened(String text, int most) {
        if (of(text) <= most) {
            return text;
        }
        int left = most / 2;
        String start = start(text, left);
        String reversed = new StringBuilder(text).reverse().toString();
        String end = new StringBuilder(start(reversed, most - 1 - of(start))).reverse().toString();
        return start + CUT + end;
    }

    /** As much of the beginning as fits into {@code most} cells. */
    private static String start(String text, int most) {
        StringBuilder start = new StringBuilder();
        int cells = 0;
        for (int codePoint : text.codePoints().toArray()) {
            cells += of(codePoint);
            if (cells > most) {
                break;
            }
            start.appendCodePoint(codePoint);
        }
        return start.toString();
    }

    /** {@code text} with spaces before or after it, so that it takes {@code width} cells. */
    public static String padded(String text, int width, boolean toTheLeft) {
        String spaces = " ".repeat(Math.max(0, width - of(text)));
        return toTheLeft ? text + spaces : spaces + text;
    }
}
