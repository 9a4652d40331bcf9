package io.genledger.app.cli.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.genledger.app.Application;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ShutdownSignals;
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
import io.genledger.ports.usecase.intake.ImportDocuments;
import io.genledger.ports.usecase.intake.QuarantineRejects;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an import says when a disk is full. */
class ImportRunTest {

    private final ByteArrayOutputStream notes = new ByteArrayOutputStream();
    private final InMemoryQuarantine quarantine = new InMemoryQuarantine();
    private final LedgerOfBatches ledger = new LedgerOfBatches();

    @Test
    void aFullDiskOfTheLedgerNamesWhatWasKept() {
        ledger.batchesMax = 1;
        RejectedDocuments rejects = new QuarantineRejects(quarantine, InstantSource.system());
        ImportRun run = run(rejects, Optional.empty());

        assertThatExceptionOfType(LedgerUnavailableException.class)
                .isThrownBy(() -> run.over(List.of(input(lines(2_000, 500)))))
                .withMessage("disk full");
        assertThat(notes.toString(StandardCharsets.UTF_8))
                .contains(
                        "stdin: stopped after 1,000 recorded, 0 unchanged; import it again for the"
                                + " rest, which doubles nothing\n",
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

    private ImportRun run(RejectedDocuments rejects, Optional<String> file) {
        ImportDocuments documents =
                new ImportDocuments(
                        Application.splitter(),
                        new SampleDecoder(),
                        ledger,
                        () -> SampleGenerations.RECEIVED);
        return new ImportRun(console(""), documents, rejects, file);
    }

    private InputFile input(String text) {
        return InputFile.named("-", console(text));
    }

    private Console console(String input) {
        PrintStream stream = new PrintStream(notes, true, StandardCharsets.UTF_8);
        return new Console(
                Map.of(),
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                stream,
                stream,
                Application.runtime(),
                Optional.empty(),
                false,
                "genledger",
                new ShutdownSignals());
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
        private int batches;
        private int batchesMax = Integer.MAX_VALUE;

        @Override
        public List<Outcome> record(List<Recording> recordings) {
            if (++batches > batchesMax) {
                throw new LedgerUnavailableException("disk full", null);
            }
            return recorded.record(recordings);
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
