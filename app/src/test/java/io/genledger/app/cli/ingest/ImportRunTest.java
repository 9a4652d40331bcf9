package io.genledger.app.cli.ingest;

import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.inline;
import static io.genledger.ports.testkit.SampleGenerations.silent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.genledger.app.Application;
import io.genledger.app.cli.Main;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.console.ShutdownSignals;
import io.genledger.app.cli.ingest.rejects.RejectsFile;
import io.genledger.app.cli.render.line.ImportText;
import io.genledger.app.view.intake.ImportView;
import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.Contents;
import io.genledger.ports.document.DocumentReader;
import io.genledger.ports.document.ForeignKind;
import io.genledger.ports.document.InputKind;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.document.UndecodableDocumentException;
import io.genledger.ports.ledger.Ledger;
import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.ledger.Recording;
import io.genledger.ports.ledger.Revision;
import io.genledger.ports.quarantine.RejectedDocuments;
import io.genledger.ports.testkit.InMemoryLedger;
import io.genledger.ports.testkit.InMemoryPendingGenerations;
import io.genledger.ports.testkit.InMemoryQuarantine;
import io.genledger.ports.testkit.SampleDecoder;
import io.genledger.ports.testkit.SampleGenerations;
import io.genledger.ports.usecase.intake.ImportDocuments;
import io.genledger.ports.usecase.intake.ImportOptions;
import io.genledger.ports.usecase.intake.QuarantineRejects;
import io.genledger.ports.usecase.runtime.StopSignal;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
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
                        "stopped after 1,998 recorded, 0 unchanged; run the same command"
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
                        "stopped after 499 recorded, 0 unchanged",
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
                        "stopped after 1,998 recorded, 0 unchanged; run the same command"
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
                .contains("stopped after 0 recorded, 0 unchanged; run the same command");
    }

    /** As a log of an agent's sessions that is imported by mistake. */
    @Test
    void documentsOfAnotherProgramAreOneSentence() throws IOException {
        DocumentReader reader =
                (stream, clock, contents) -> {
                    for (int line = 1; line <= 100_000; line++) {
                        contents.foreign(line, ForeignKind.CODING_AGENT);
                    }
                    contents.foreign(100_001, ForeignKind.OTHER_GATEWAY);
                    contents.note(100_002, "the batch batch_1 cost $1.5 in all");
                };
        ImportView view = run(reader, ImportOptions.STANDARD).over(List.of(input("")));

        assertThat(notes.toString(StandardCharsets.UTF_8))
                .isEqualTo(
                        "stdin:100002: the batch batch_1 cost $1.5 in all\n"
                            + "stdin: 100,000 documents look like the session log of a coding"
                            + " agent; ids of OpenRouter in it are found by: genledger track --from"
                            + " -\n"
                            + "stdin: 1 document looks like "
                                + ForeignKind.OTHER_GATEWAY.noun()
                                + "; it is not recorded\n");
        assertThat(view.foreign()).isEqualTo(100_001);
        assertThat(view.foundNoFault()).isFalse();
        assertThat(quarantine.total().documents()).isZero();
    }

    @Test
    void saysWhatEachKindOfDocumentBecame() throws IOException {
        ImportView view =
                run(ImportRunTest::readMixed, ImportOptions.STANDARD).over(List.of(input("")));

        assertThat(ImportText.of(view))
                .isEqualTo(
                        """
                        records       2 recorded
                        completions   1 recorded, provisional, 1 superseded
                        streams       1 recorded, provisional, 1 to collect
                        video jobs    2 skipped
                        batches       2 to collect
                        all together  4 recorded, 0 unchanged, 0 rejected, 1 superseded, 2 skipped\
                        """);
        assertThat(ImportText.of(view).lines()).allMatch(line -> line.length() <= 80);
        assertThat(ImportText.next(view, false))
                .containsExactly(
                        "2 of them are provisional until the records are collected: genledger"
                                + " import --track, then genledger collect",
                        "3 ids tracked; genledger collect fetches their records");
        assertThat(view.foundNoFault()).isTrue();
    }

    @Test
    void aDryRunSaysWhatWouldBeDone() throws IOException {
        ImportOptions options = new ImportOptions(true, true);
        ImportView view = run(ImportRunTest::readMixed, options).over(List.of(input("")));

        assertThat(ImportText.of(view))
                .isEqualTo(
                        """
                        records       2 would be recorded
                        completions   1 would be recorded, provisional, 1 repeated
                        streams       1 would be recorded, provisional, 1 to collect
                        video jobs    2 skipped
                        batches       2 to collect
                        all together  4 would be recorded, 0 unchanged, 0 rejected, 1 repeated, 2 skipped\
                        """);
        assertThat(ImportText.next(view, true))
                .containsExactly("5 ids would be tracked at most", "dry run: nothing was written");
        assertThat(ledger.batches).isZero();
    }

    private static void readMixed(InputStream stream, InstantSource clock, Contents contents)
            throws IOException {
        record(contents, InputKind.RECORD, complete(id(1)));
        record(contents, InputKind.RECORD, complete(id(2)));
        record(contents, InputKind.COMPLETION, inline(complete(id(2))));
        record(contents, InputKind.COMPLETION, inline(complete(id(3))));
        record(contents, InputKind.STREAM, inline(silent(id(4))));
        contents.skipped(7, InputKind.VIDEO_JOB);
        contents.skipped(8, InputKind.VIDEO_JOB);
        contents.toCollect(9, InputKind.BATCH, id(5));
        contents.toCollect(10, InputKind.BATCH, id(6));
    }

    private static void record(Contents contents, InputKind kind, Generation generation)
            throws IOException {
        contents.generation(1, kind, SampleGenerations.document(generation.id()), generation);
    }

    private ImportRun run(DocumentReader reader, ImportOptions options) {
        return new ImportRun(
                console(""),
                new ImportDocuments(
                        reader,
                        ledger,
                        new InMemoryPendingGenerations(ledger.recorded),
                        AccountName.DEFAULT,
                        Application.runtime()),
                options,
                new QuarantineRejects(quarantine, InstantSource.system()),
                Optional.empty(),
                stop);
    }

    private ImportRun run(RejectedDocuments rejects, Optional<String> file) {
        ImportDocuments documents =
                new ImportDocuments(
                        ImportRunTest::read,
                        ledger,
                        new InMemoryPendingGenerations(ledger.recorded),
                        AccountName.DEFAULT,
                        Application.runtime());
        return new ImportRun(console(""), documents, ImportOptions.STANDARD, rejects, file, stop);
    }

    /** Reads a record on each line. */
    private static void read(InputStream stream, InstantSource clock, Contents contents)
            throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        String line;
        for (long number = 1; (line = lines.readLine()) != null; number++) {
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            MetadataDocument document =
                    new MetadataDocument(Optional.empty(), bytes, clock.instant());
            try {
                Generation generation = new SampleDecoder().decode(document);
                contents.generation(number, InputKind.RECORD, document, generation);
            } catch (UndecodableDocumentException fault) {
                contents.rejected(number, fault.field(), fault.reason());
                contents.rejectedBytes(bytes);
            }
        }
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
