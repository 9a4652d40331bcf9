package io.genledger.app.cli.render.html;

import io.genledger.app.cli.render.Sanitized;

/** Text in HTML. */
public final class Html {

    private static final int LONGEST_NAME = 240;
    private static final int BEGINNING = 180;
    private static final int END = 40;

    private Html() {}

    /** {@code text}, whose control and format characters are escaped. */
    public static String text(String text) {
        return Sanitized.of(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** A name from outside, whose direction does not concern what stands beside it. */
    static String name(String name) {
        int points = name.codePointCount(0, name.length());
        if (points <= LONGEST_NAME) {
            return "<bdi>" + text(name) + "</bdi>";
        }
        String cut =
                name.substring(0, name.offsetByCodePoints(0, BEGINNING))
                        + "…"
                        + name.substring(name.offsetByCodePoints(name.length(), -END));
        return "<bdi title=\"%d characters\">%s</bdi>".formatted(points, text(cut));
    }
}
