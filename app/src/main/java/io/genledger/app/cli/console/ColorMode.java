package io.genledger.app.cli.console;

import io.genledger.app.cli.render.Style;
import java.util.Optional;

/** When to use colours. */
enum ColorMode {
    /** As NO_COLOR, FORCE_COLOR or TERM says, the first that is set; else on a terminal. */
    auto,
    /** Always. */
    always,
    /** Never. */
    never;

    Style styleIn(Console console) {
        boolean colors =
                switch (this) {
                    case always -> true;
                    case never -> false;
                    case auto -> automatic(console);
                };
        return colors ? Style.ANSI : Style.PLAIN;
    }

    private static boolean automatic(Console console) {
        if (console.variable("NO_COLOR").isPresent()) {
            return false;
        }
        Optional<String> forced = console.variable("FORCE_COLOR");
        return forced.map(value -> !value.equals("0") && !value.equals("false"))
                .orElseGet(() -> console.columns().isPresent() && !console.isDumb());
    }
}
