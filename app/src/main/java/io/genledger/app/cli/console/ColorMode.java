package io.genledger.app.cli.console;

import io.genledger.app.cli.render.Style;

/** When to use colours. */
enum ColorMode {
    /** On a terminal, unless the variable NO_COLOR is set. */
    auto,
    /** Even into a pipe. */
    always,
    /** Not at all. */
    never;

    Style styleIn(Console console) {
        return switch (this) {
            case always -> Style.ANSI;
            case never -> Style.PLAIN;
            case auto ->
                    console.columns().isPresent() && console.variable("NO_COLOR").isEmpty()
                            ? Style.ANSI
                            : Style.PLAIN;
        };
    }
}
