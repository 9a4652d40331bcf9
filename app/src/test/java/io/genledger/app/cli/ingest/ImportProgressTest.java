package io.genledger.app.cli.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.Application;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ShutdownSignals;
import io.genledger.ports.document.ForeignKind;
import io.genledger.ports.document.InputKind;
import io.genledger.ports.queue.PendingGenerations.Tracked;
import io.genledger.ports.usecase.intake.ImportCount;
import io.genledger.ports.usecase.intake.ImportSummary;
import io.genledger.ports.usecase.runtime.RunEnvironment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The status line of an import. */
class ImportProgressTest {

    private static final String ERASED = "\r\u001b[K";
    private static final ImportSummary HUNDRED =
            new ImportSummary(
                    Map.of(
                            InputKind.RECORD,
                            Map.of(ImportCount.RECORDED, 90L, ImportCount.UNCHANGED, 5L)),
                    Map.of(ForeignKind.LOG, 2L),
                    3,
                    Tracked.NOTHING);

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private Instant now = Instant.parse("2026-11-23T12:00:00Z");
    @TempDir private Path folder;

    @Test
    void showsShareRateAndRemainingTimeOfAllFiles() throws IOException {
        Console console = console(true);
        List<InputFile> files = List.of(file("a", 600, console), file("b", 400, console));
        try (ImportProgress progress = ImportProgress.of(console, files)) {
            InputStream stream = progress.counting(files.get(0).open());
            stream.readNBytes(249);
            stream.read();
            now = now.plusSeconds(2);
            progress.show(HUNDRED);
        }

        assertThat(shown())
                .isEqualTo(
                        ERASED
                                + "importing: 0 documents, 0.0%; 0.0 documents/s"
                                + ERASED
                                + "importing: 100 documents, 25.0%; 50.0 documents/s;"
                                + " about 6 s left"
                                + ERASED);
    }

    @Test
    void knowsNoShareOfStandardInput() throws IOException {
        Console console = console(true);
        List<InputFile> files = List.of(file("a", 600, console), InputFile.named("-", console));
        try (ImportProgress progress = ImportProgress.of(console, files)) {
            progress.counting(files.get(0).open()).readNBytes(300);
            now = now.plusSeconds(2);
            progress.show(HUNDRED);
        }

        assertThat(shown()).contains("importing: 100 documents; 50.0 documents/s" + ERASED);
    }

    @Test
    void showsNoRemainingTimeOfAFileThatIsRead() throws IOException {
        Console console = console(true);
        List<InputFile> files = List.of(file("a", 600, console), file("empty", 0, console));
        try (ImportProgress progress = ImportProgress.of(console, files)) {
            progress.counting(files.get(0).open()).readAllBytes();
            now = now.plusSeconds(2);
            progress.show(HUNDRED);
        }

        assertThat(shown()).contains("100 documents, 100.0%; 50.0 documents/s" + ERASED);
    }

    @Test
    void isDrawnTenTimesASecondAtMost() throws IOException {
        Console console = console(true);
        try (ImportProgress progress =
                ImportProgress.of(console, List.of(file("a", 600, console)))) {
            for (int millis = 0; millis < 1_000; millis += 10) {
                now = now.plusMillis(10);
                progress.show(HUNDRED);
            }
        }

        assertThat(shown().split("importing: ", -1)).hasSize(2 + 10);
    }

    @Test
    void aNoteStandsAboveTheLine() throws IOException {
        Console console = console(true);
        try (ImportProgress progress =
                ImportProgress.of(console, List.of(file("empty", 0, console)))) {
            progress.note("a.ndjson:2: no id");
        }
        String line = ERASED + "importing: 0 documents; 0.0 documents/s";

        assertThat(shown()).isEqualTo(line + ERASED + "a.ndjson:2: no id\n" + line + ERASED);
    }

    @Test
    void aFileGetsTheNotesOnly() throws IOException {
        Console console = console(false);
        try (ImportProgress progress =
                ImportProgress.of(console, List.of(file("a", 600, console)))) {
            now = now.plusSeconds(2);
            progress.show(HUNDRED);
            progress.note("a.ndjson:2: no id");
        }

        assertThat(shown()).isEqualTo("a.ndjson:2: no id\n");
    }

    private InputFile file(String name, int bytes, Console console) throws IOException {
        Path path = Files.write(folder.resolve(name), new byte[bytes]);
        return InputFile.named(path.toString(), console);
    }

    private String shown() {
        return shown.toString(StandardCharsets.UTF_8);
    }

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
}
