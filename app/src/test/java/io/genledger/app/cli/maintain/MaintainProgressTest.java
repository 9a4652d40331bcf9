package io.genledger.app.cli.maintain;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.Application;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ShutdownSignals;
import io.genledger.ports.usecase.runtime.RunEnvironment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The status line of a command that works on the whole ledger. */
class MaintainProgressTest {

    private static final String ERASED = "\r\u001b[K";

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private Instant now = Instant.parse("2026-11-23T12:00:00Z");

    private Console console(boolean isTerminal) {
        PrintStream stream = new PrintStream(shown, true, StandardCharsets.UTF_8);
        RunEnvironment real = Application.runtime();
        return new Console(
                Map.of(),
                new ByteArrayInputStream(new byte[0]),
                stream,
                stream,
                new RunEnvironment(
                        () -> now, () -> now, real.workers(), real.waiter(), real.random()),
                Optional.empty(),
                isTerminal,
                "genledger",
                new ShutdownSignals());
    }

    /** A run that goes on with an earlier one has done none of its work. */
    @Test
    void showsTheRemainingTimeAtTheRateOfThisRun() {
        try (MaintainProgress progress = new MaintainProgress(console(true))) {
            progress.show("summing days", 500, 1_000);
            now = now.plusSeconds(4);
            progress.show("summing days", 600, 1_000);
            progress.show("summing days", 1_000, 1_000);
        }

        assertThat(shown.toString(StandardCharsets.UTF_8))
                .isEqualTo(
                        ERASED
                                + "summing days, 50.0%"
                                + ERASED
                                + "summing days, 60.0%; about 16 s left"
                                + ERASED
                                + "summing days, 100.0%"
                                + ERASED);
    }

    @Test
    void aFileGetsTheNotesOnly() {
        try (MaintainProgress progress = new MaintainProgress(console(false))) {
            progress.show("summing days", 1, 2);
            progress.note("a note");
        }

        assertThat(shown.toString(StandardCharsets.UTF_8)).isEqualTo("a note\n");
    }
}
