package io.genledger.app.cli.render;

/** Emphasis on text: with escape sequences, or none. */
public enum Style {
    /** Escape sequences of ANSI terminals. */
    ANSI,
    /** Text without emphasis. */
    PLAIN;

    private static final String ESCAPE = "\u001b[";
    private static final String RESET = ESCAPE + "0m";

    /** {@code text} emphasised. */
    public String bold(String text) {
        return wrapped("1m", text);
    }

    /** {@code text} less prominent. */
    public String dim(String text) {
        return wrapped("2m", text);
    }

    private String wrapped(String code, String text) {
        return this == ANSI && !text.isEmpty() ? ESCAPE + code + text + RESET : text;
    }
}
