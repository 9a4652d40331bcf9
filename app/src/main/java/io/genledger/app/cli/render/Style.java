package io.genledger.app.cli.render;

/** Puts emphasis on text, or leaves it alone. */
public enum Style {
    /** With the escape sequences of ANSI terminals. */
    ANSI,
    /** As it is. */
    PLAIN;

    private static final String ESCAPE = "\u001b[";
    private static final String RESET = ESCAPE + "0m";

    /** Emphasised. */
    public String bold(String text) {
        return wrapped("1m", text);
    }

    /** In the background. */
    public String dim(String text) {
        return wrapped("2m", text);
    }

    /** A warning. */
    public String yellow(String text) {
        return wrapped("33m", text);
    }

    private String wrapped(String code, String text) {
        return this == ANSI && !text.isEmpty() ? ESCAPE + code + text + RESET : text;
    }
}
