package io.genledger.app.cli;

import io.genledger.app.cli.text.Style;

/** When to use colours. */
enum ColorMode {
    /** On a terminal, unless the variable NO_COLOR is set. */
    auto,
    /** Even into a pipe. */
    always,
    /** Not at all. */
    never;

    Style styleIn(Environment environment) {
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
