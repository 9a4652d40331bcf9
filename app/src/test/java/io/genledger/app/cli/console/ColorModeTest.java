package io.genledger.app.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.Application;
import io.genledger.app.cli.render.Style;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColorModeTest {

    @ParameterizedTest
    @CsvSource({
        "auto,   80, '',                          ANSI",
        "auto,   80, TERM=xterm-256color,         ANSI",
        "auto,   80, TERM=dumb,                   PLAIN",
        "auto,   80, NO_COLOR=1,                  PLAIN",
        "auto,     , '',                          PLAIN",
        "auto,     , FORCE_COLOR=1,               ANSI",
        "auto,   80, FORCE_COLOR=0,               PLAIN",
        "auto,   80, FORCE_COLOR=false,           PLAIN",
        "auto,   80, FORCE_COLOR=1 TERM=dumb,     ANSI",
        "auto,   80, FORCE_COLOR=1 NO_COLOR=1,    PLAIN",
        "always,   , NO_COLOR=1 TERM=dumb,        ANSI",
        "never,  80, FORCE_COLOR=1,               PLAIN"
    })
    void followsTheOptionThenTheVariablesThenTheTerminal(
            ColorMode mode, @Nullable Integer columns, String variables, Style style) {
        assertThat(mode.styleIn(console(columns, variables))).isEqualTo(style);
    }

    @ParameterizedTest
    @CsvSource({"'', true", "TERM=xterm, true", "TERM=dumb, false"})
    void aDumbTerminalHasNoStatusLine(String variables, boolean redraws) {
        assertThat(console(80, variables).redraws()).isEqualTo(redraws);
    }

    private static Console console(@Nullable Integer columns, String variables) {
        Map<String, String> map = new HashMap<>();
        for (String pair : variables.isEmpty() ? new String[0] : variables.split(" ")) {
            map.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        PrintStream nowhere =
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new Console(
                map,
                InputStream.nullInputStream(),
                nowhere,
                nowhere,
                Application.runtime(),
                Optional.ofNullable(columns),
                true,
                "genledger",
                new ShutdownSignals());
    }
}
