package io.genledger.app.cli.console;

import io.genledger.app.cli.render.Style;

/** When to use colours. */
public enum ColorMode {
    /** On a terminal, unless the variable NO_COLOR is set. */
    auto,
    /** Even into a pipe. */
    always,
    /** Not at all. */
    never;

    public Style styleIn(Console environment) {
        return switch (this) {
            case always -> Style.ANSI;
            case never -> Style.PLAIN;
            case auto ->
                    environment.columns().isPresent() && environment.variable("NO_COLOR").isEmpty()
                            ? Style.ANSI
                            : Style.PLAIN;
        };
    }
}
