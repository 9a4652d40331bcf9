package io.genledger.app.cli.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.genledger.app.Application;
import io.genledger.app.cli.Main;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.console.ShutdownSignals;
import io.genledger.app.view.intake.ImportView;
import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.ledger.Ledger;
import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.ledger.Recording;
import io.genledger.ports.ledger.Revision;
import io.genledger.ports.quarantine.RejectedDocuments;
import io.genledger.ports.testkit.InMemoryLedger;
import io.genledger.ports.testkit.InMemoryQuarantine;
import io.genledger.ports.testkit.SampleDecoder;
import io.genledger.ports.testkit.SampleGenerations;
import io.genledger.ports.testkit.SampleReader;
import io.genledger.ports.usecase.intake.ImportDocuments;
import io.genledger.ports.usecase.intake.QuarantineRejects;
import io.genledger.ports.usecase.runtime.StopSignal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an import says when a disk is full or it is stopped. */
class ImportRunTest {

    private final ByteArrayOutputStream notes = new ByteArrayOutputStream();
    private final InMemoryQuarantine quarantine = new InMemoryQuarantine();
    private final LedgerOfBatches ledger = new LedgerOfBatches();
    private final StopSignal stop = new StopSignal();

    @Test
    void aFullDiskOfTheLedgerNamesWhatWasKept() {
        ledger.batchesMax = 1;
        RejectedDocuments rejects = new QuarantineRejects(quarantine, InstantSource.system());
        ImportRun run = run(rejects, Optional.empty());

        assertThatExceptionOfType(LedgerUnavailableException.class)
                .isThrownBy(() -> run.over(List.of(input(lines(4_000, 1_000)))))
                .withMessage("disk full");
        assertThat(notes.toString(StandardCharsets.UTF_8))
                .contains(
                        "stdin: stopped after 1,998 recorded, 0 unchanged; run the same command"
                                + " again for the rest, which doubles nothing\n",
                        "4 rejected documents put into quarantine");
        assertThat(quarantine.total().documents()).isEqualTo(4);
        assertThat(ledger.recorded.find(SampleGenerations.id(1))).isPresent();
    }

    @Test
    void aFullDiskOfTheRejectsNamesWhatWasKept() {
        RejectedDocuments rejects =
                new RejectsFile(
                        "to-mend",
                        () ->
                                new OutputStream() {
                                    @Override
                                    public void write(int one) throws IOException {
                                        throw new IOException("No space left on device");
                                    }
                                });
        ImportRun run = run(rejects, Optional.of("to-mend"));

        assertThatIOException()
                .isThrownBy(() -> run.over(List.of(input(lines(2_000, 500)))))
                .withMessage(
                        "to-mend cannot be written (No space left on device); 0 of 1 rejected"
                                + " documents are complete in it");
        assertThat(notes.toString(StandardCharsets.UTF_8))
                .contains(
                        "stdin: stopped after 499 recorded, 0 unchanged",
                        "0 of 1 rejected document written to to-mend");
    }

    @Test
    void aStopNamesWhatIsKept() throws IOException {
        ledger.meanwhile = stop::request;
        ImportRun run =
                run(new QuarantineRejects(quarantine, InstantSource.system()), Optional.empty());
        ImportView view = run.over(List.of(input(lines(4_001, 1_000)), input(lines(5, 10))));

        assertThat(view.recorded()).isEqualTo(1_998);
        assertThat(view.rejected()).isEqualTo(2);
        assertThat(notes.toString(StandardCharsets.UTF_8))
                .contains(
                        "stdin: stopped after 1,998 recorded, 0 unchanged; run the same command"
                                + " again for the rest, which doubles nothing\n",
                        "2 rejected documents put into quarantine")
                .doesNotContain("no document in it");
        assertThat(ledger.batches).isEqualTo(1);
    }

    @Test
    void ctrlCEndsTheCommand(@TempDir Path folder) {
        ShutdownSignals shutdown = new ShutdownSignals();
        InputStream pressing =
                new FilterInputStream(bytes(lines(10, 20))) {
                    @Override
                    public int read(byte[] buffer, int from, int most) throws IOException {
                        shutdown.requestStop();
                        return super.read(buffer, from, most);
                    }
                };
        String ledgerFile = folder.resolve("ledger.db").toString();

        assertThat(Main.run(console(pressing, shutdown), "--db", ledgerFile, "import", "-"))
                .isEqualTo(ExitCode.INTERRUPTED);
        assertThat(notes.toString(StandardCharsets.UTF_8))
                .contains("stdin: stopped after 0 recorded, 0 unchanged; run the same command");
    }

    private ImportRun run(RejectedDocuments rejects, Optional<String> file) {
        ImportDocuments documents =
                new ImportDocuments(
                        new SampleReader(Application.splitter(), new SampleDecoder()),
                        ledger,
                        AccountName.DEFAULT,
                        Application.runtime());
        return new ImportRun(console(""), documents, rejects, file, stop);
    }

    private InputFile input(String text) {
        return InputFile.named("-", console(text));
    }

    private Console console(String input) {
        return console(bytes(input), new ShutdownSignals());
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private Console console(InputStream input, ShutdownSignals shutdown) {
        PrintStream stream = new PrintStream(notes, true, StandardCharsets.UTF_8);
        return new Console(
                Map.of(),
                input,
                stream,
                stream,
                Application.runtime(),
                Optional.empty(),
                false,
                "genledger",
                shutdown);
    }

    /** One document a line, every {@code badEach}-th one of which cannot be read. */
    private static String lines(int count, int badEach) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> i % badEach == 0 ? "{\"bad\":" + i + "}" : document(i))
                .collect(Collectors.joining("\n"));
    }

    private static String document(int number) {
        byte[] bytes = SampleGenerations.document(SampleGenerations.id(number)).bytes();
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** A ledger whose disk is full after some batches. */
    private static final class LedgerOfBatches implements Ledger {

        private final InMemoryLedger recorded = new InMemoryLedger();
        private Runnable meanwhile = () -> {};
        private int batches;
        private int batchesMax = Integer.MAX_VALUE;

        @Override
        public List<Outcome> record(List<Recording> recordings) {
            meanwhile.run();
            if (++batches > batchesMax) {
                throw new LedgerUnavailableException("disk full", null);
            }
            return recorded.record(recordings);
        }

        @Override
        public List<Outcome> preview(List<Recording> recordings) {
            return recorded.preview(recordings);
        }

        @Override
        public Optional<Revision> find(GenerationId id) {
            return recorded.find(id);
        }

        @Override
        public List<Revision> revisions(GenerationId id) {
            return recorded.revisions(id);
        }
    }
}
