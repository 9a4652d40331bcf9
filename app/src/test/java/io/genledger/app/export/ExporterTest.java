package io.genledger.app.export;

import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.credits;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.withCharges;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.genledger.app.Application;
import io.genledger.app.export.file.Checkpoint;
import io.genledger.app.export.file.ExportState;
import io.genledger.domain.generation.Generation;
import io.genledger.ports.export.ExportQuery;
import io.genledger.ports.testkit.InMemoryExportReader;
import io.genledger.ports.testkit.InMemoryLedger;
import io.genledger.ports.testkit.SampleGenerations;
import io.genledger.ports.usecase.export.EntryMark;
import io.genledger.ports.usecase.export.ExportGenerations;
import io.genledger.ports.usecase.runtime.StopSignal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of exports are complete or not there, and those that continue each other lose no row. */
class ExporterTest {

    private static final ExportJob JOB =
            new ExportJob("generations", ExportFormat.CSV, ExportQuery.ALL, FormatOptions.STANDARD);

    /** At least as many as an export has that continues another. */
    private static final int STEPS = 32;

    @TempDir Path folder;
    private final InMemoryLedger ledger = new InMemoryLedger();

    /** The process ends there. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    /** Ends the process at a step, and lets no later step be done. */
    private static final class KillAt implements Checkpoint {

        private int steps;

        KillAt(int step) {
            this.steps = step;
        }

        @Override
        public void reach() {
            if (--steps <= 0) {
                throw new Killed();
            }
        }
    }

    private void record(Generation... generations) {
        ledger.record(Arrays.stream(generations).map(SampleGenerations::recording).toList());
    }

    private Exporter exporter(Checkpoint checkpoint) {
        return new Exporter(
                new ExportGenerations(
                        new InMemoryExportReader(ledger),
                        () -> new InMemoryExportReader(ledger).last()),
                Application.rowDecoders(),
                RowObserver.NONE,
                new StopSignal(),
                checkpoint);
    }

    private static Generation charged(int number, String usage) {
        return withCharges(complete(id(number)), credits(usage));
    }

    @Test
    void aFileHasItsNameOnlyWhenItIsComplete() throws IOException {
        record(charged(1, "0.1"));
        Path file = folder.resolve("rows.csv");

        for (int step = 1; ; step++) {
            try {
                exporter(new KillAt(step)).toFile(JOB, file, false);
                break;
            } catch (Killed killed) {
                if (Files.exists(file)) {
                    assertThat(ids(file)).containsExactly(id(1).value());
                    Files.delete(file);
                }
            }
        }
        assertThat(ids(file)).containsExactly(id(1).value());
        assertThat(names()).containsExactly("rows.csv");
    }

    @Test
    void aFileThatExistsIsReplacedOnlyOnRequest() throws IOException {
        record(charged(1, "0.1"));
        Path file = Files.writeString(folder.resolve("rows.csv"), "kept");

        assertThatThrownBy(() -> exporter(Checkpoint.NONE).toFile(JOB, file, false))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(file).hasContent("kept");
        assertThat(names()).containsExactly("rows.csv");

        exporter(Checkpoint.NONE).toFile(JOB, file, true);
        assertThat(ids(file)).containsExactly(id(1).value());
    }

    @Test
    void anExportThatIsStoppedLeavesNothing() throws IOException {
        record(charged(1, "0.1"));
        StopSignal stop = new StopSignal();
        stop.request();
        Exporter stopped =
                new Exporter(
                        new ExportGenerations(new InMemoryExportReader(ledger), () -> 0),
                        Application.rowDecoders(),
                        RowObserver.NONE,
                        stop);

        ExportResult result = stopped.toFile(JOB, folder.resolve("rows.csv"), false);

        assertThat(result.summary().orElseThrow().finished()).isFalse();
        assertThat(names()).isEmpty();
    }

    @Test
    void theNextFileHasWhatWasRecordedSinceWithCorrections() throws IOException {
        record(charged(1, "0.1"), charged(2, "0.2"));
        next("a.csv", Checkpoint.NONE);
        record(charged(1, "0.3"), charged(3, "0.4"));
        next("b.csv", Checkpoint.NONE);
        next("c.csv", Checkpoint.NONE);

        assertThat(rows("a.csv")).containsExactly("1 0.1 1", "2 0.2 1");
        assertThat(rows("b.csv")).containsExactlyInAnyOrder("1 0.3 2", "3 0.4 1");
        assertThat(rows("c.csv")).isEmpty();
    }

    /** Two nights, each killed at any step and begun again, and a third one. */
    @Test
    void nightsThatAreKilledAtAnyStepGiveTheRowsOfOneRun() throws IOException {
        for (int first = 1; first <= STEPS; first++) {
            for (int second = 1 + first % 3; second <= STEPS; second += 3) {
                Path night = Files.createDirectory(folder.resolve(first + "-" + second));
                InMemoryLedger nightly = new InMemoryLedger();
                List<String> files = new ArrayList<>();
                record(nightly, charged(1, "0.1"), charged(2, "0.2"));
                run(nightly, night, files, new KillAt(first));
                record(nightly, charged(3, "0.3"), charged(1, "0.4"));
                run(nightly, night, files, new KillAt(second));
                record(nightly, charged(4, "0.5"));
                run(nightly, night, files, Checkpoint.NONE);

                List<String> all = new ArrayList<>();
                for (String file : files) {
                    if (Files.exists(night.resolve(file))) {
                        all.addAll(rows(night.resolve(file)));
                    }
                }
                assertThat(all.stream().filter(row -> !row.equals("1 0.1 1")))
                        .as("killed at steps %d and %d", first, second)
                        .containsExactlyInAnyOrder("1 0.4 2", "2 0.2 1", "3 0.3 1", "4 0.5 1");
                assertThat(all).doesNotHaveDuplicates();
            }
        }
    }

    private static void record(InMemoryLedger ledger, Generation... generations) {
        ledger.record(Arrays.stream(generations).map(SampleGenerations::recording).toList());
    }

    private static void run(
            InMemoryLedger ledger, Path night, List<String> files, Checkpoint checkpoint)
            throws IOException {
        String file = files.size() + ".csv";
        files.add(file);
        InMemoryExportReader reader = new InMemoryExportReader(ledger);
        try {
            new Exporter(
                            new ExportGenerations(reader, reader::last),
                            Application.rowDecoders(),
                            RowObserver.NONE,
                            new StopSignal(),
                            checkpoint)
                    .toNextFile(JOB, night.resolve("state"), night.resolve(file), false);
        } catch (Killed killed) {
            // The next night goes on.
        }
    }

    /** It would write the same rows again: the job asks for a file that is complete. */
    @Test
    void aKilledJobThatIsRepeatedFinishesItsFile() throws IOException {
        record(charged(1, "0.1"));
        for (int step = 1; ; step++) {
            Files.deleteIfExists(folder.resolve("state"));
            Files.deleteIfExists(folder.resolve("rows.csv"));
            try {
                next("rows.csv", new KillAt(step));
                break;
            } catch (Killed killed) {
                try {
                    next("rows.csv", Checkpoint.NONE);
                } catch (FileAlreadyExistsException done) {
                    // It was killed behind its last change.
                }
                assertThat(rows("rows.csv")).containsExactly("1 0.1 1");
                next("more.csv", Checkpoint.NONE);
                assertThat(rows("more.csv")).isEmpty();
                Files.delete(folder.resolve("more.csv"));
            }
        }
    }

    /** Killed behind each step until the file has its name and the state does not know it. */
    private void killWhenTheFileHasItsName(String file) throws IOException {
        int step = 1;
        while (!Files.exists(folder.resolve(file))) {
            Files.deleteIfExists(folder.resolve("state"));
            try {
                next(file, new KillAt(step++));
            } catch (Killed killed) {
                // Some step later, it is there.
            }
        }
    }

    @Test
    void aFileThatTheUserMovedAwayIsNotCountedAsWritten() throws IOException {
        record(charged(1, "0.1"));
        killWhenTheFileHasItsName("rows.csv");
        Files.move(folder.resolve("rows.csv"), folder.resolve("loaded.csv"));

        for (int again = 1; again <= 2; again++) {
            assertThatThrownBy(() -> next("more.csv", Checkpoint.NONE))
                    .isInstanceOf(ExportMismatchException.class)
                    .hasMessageContaining(
                            "state names " + folder.resolve("rows.csv") + ", which an interrupted")
                    .hasMessageContaining("which is missing: put it back");
        }

        Files.createFile(folder.resolve("rows.csv"));
        ExportResult result = next("more.csv", Checkpoint.NONE);
        assertThat(result.resumed()).contains(folder.resolve("rows.csv"));
        assertThat(rows("more.csv")).isEmpty();
    }

    @Test
    void aFileThatIsMissingIsWrittenAgainUnderItsName() throws IOException {
        record(charged(1, "0.1"));
        killWhenTheFileHasItsName("rows.csv");
        Files.delete(folder.resolve("rows.csv"));
        record(charged(2, "0.2"));

        ExportResult result = next("rows.csv", Checkpoint.NONE);

        assertThat(result.resumed()).isEmpty();
        assertThat(rows("rows.csv")).containsExactlyInAnyOrder("1 0.1 1", "2 0.2 1");
        next("more.csv", Checkpoint.NONE);
        assertThat(rows("more.csv")).isEmpty();
    }

    @Test
    void twoExportsCannotHaveOneState() throws IOException {
        record(charged(1, "0.1"));
        Path state = folder.resolve("state");
        try (ExportState held = ExportState.open(state, Checkpoint.NONE)) {
            assertThat(held.end()).isEqualTo(EntryMark.NONE);
            assertThatThrownBy(() -> next("a.csv", Checkpoint.NONE))
                    .isInstanceOf(IOException.class)
                    .hasMessage(state + " is being written by this process");
            assertThat(folder.resolve("a.csv")).doesNotExist();
        }
        next("a.csv", Checkpoint.NONE);
        assertThat(rows("a.csv")).hasSize(1);
        assertThat(names()).containsExactlyInAnyOrder("a.csv", "state");
    }

    /** Between the opening of the hidden file and its lock, another export may publish it. */
    @Test
    void aFileThatAnotherExportFinishesMeanwhileIsNotOverwritten() throws IOException {
        record(charged(1, "0.1"));
        Path file = folder.resolve("rows.csv");
        Path hidden = folder.resolve(".rows.csv.partial");
        Path finished = folder.resolve("finished.csv");
        Checkpoint another =
                () -> {
                    if (Files.exists(hidden) && Files.notExists(finished)) {
                        publishAs(hidden, finished);
                    }
                };

        assertThatThrownBy(() -> exporter(another).toFile(JOB, file, true))
                .isInstanceOf(IOException.class)
                .hasMessage(file + " is being written by another process");
        assertThat(finished).hasContent("rows of the other");
        assertThat(file).doesNotExist();
    }

    private static void publishAs(Path hidden, Path finished) {
        try {
            Files.writeString(hidden, "rows of the other");
            Files.move(hidden, finished);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void anotherSubjectOrLedgerCannotContinue() throws IOException {
        record(charged(1, "0.1"));
        next("a.csv", Checkpoint.NONE);
        ExportJob other =
                new ExportJob(
                        "generations",
                        ExportFormat.NDJSON,
                        ExportQuery.ALL,
                        FormatOptions.STANDARD);

        assertThatThrownBy(() ->
                        exporter(Checkpoint.NONE)
                                .toNextFile(
                                        other,
                                        folder.resolve("state"),
                                        folder.resolve("b.ndjson"),
                                        false))
                .isInstanceOf(ExportMismatchException.class)
                .hasMessageContaining(
                        "continues an export of csv of generations; this one is of ndjson of"
                                + " generations: name another file");

        InMemoryLedger empty = new InMemoryLedger();
        InMemoryExportReader reader = new InMemoryExportReader(empty);
        Exporter ofAnother =
                new Exporter(
                        new ExportGenerations(reader, reader::last),
                        Application.rowDecoders(),
                        RowObserver.NONE,
                        new StopSignal());
        assertThatThrownBy(() ->
                        ofAnother.toNextFile(
                                JOB, folder.resolve("state"), folder.resolve("b.csv"), false))
                .isInstanceOf(ExportMismatchException.class)
                .hasMessageContaining("up to entry 1 (" + id(1) + ", revision 1, recorded at ");
    }

    /** It has as many entries again, and others: those of the new ones would never be exported. */
    @Test
    void aLedgerThatWasRestoredFromABackupCannotContinue() throws IOException {
        record(charged(1, "0.1"), charged(2, "0.2"));
        next("a.csv", Checkpoint.NONE);
        InMemoryLedger restored = new InMemoryLedger();
        record(restored, charged(1, "0.1"), charged(3, "0.3"), charged(4, "0.4"));
        List<String> files = new ArrayList<>();

        assertThatThrownBy(() -> run(restored, folder, files, Checkpoint.NONE))
                .isInstanceOf(ExportMismatchException.class)
                .hasMessageContaining("up to entry 2 (" + id(2) + ", revision 1, recorded at ")
                .hasMessageContaining("), which this ledger does not have: it is another ledger");
        assertThat(names()).containsExactlyInAnyOrder("a.csv", "state");
    }

    /** The next night has another name; the file of another state is not touched. */
    @Test
    void theNextExportRemovesWhatAKilledOneLeft() throws IOException {
        record(charged(1, "0.1"));
        killWhenItHasLeft(".a.csv.");
        killWhenItHasLeft(".b.csv.");
        String ofAnother = ".a.csv.0123abcd.1.partial";
        Files.createFile(folder.resolve(ofAnother));

        assertThat(names()).filteredOn(name -> name.startsWith(".a.csv.")).hasSize(1);
        next("c.csv", Checkpoint.NONE);
        assertThat(rows("c.csv")).containsExactly("1 0.1 1");
        assertThat(names()).containsExactlyInAnyOrder("c.csv", "state", ofAnother);
    }

    private void killWhenItHasLeft(String beginning) throws IOException {
        String file = beginning.substring(1, beginning.length() - 1);
        for (int step = 1; names().stream().noneMatch(name -> name.startsWith(beginning)); step++) {
            try {
                next(file, new KillAt(step));
            } catch (Killed killed) {
                // Some step later, it has begun.
            }
        }
    }

    /** Whichever is the last one, the file has all rows of one of them, and no others. */
    @Test
    void twoExportsToOneNameDoNotMixTheirRows() throws Exception {
        InMemoryLedger many = new InMemoryLedger();
        InMemoryLedger few = new InMemoryLedger();
        for (int number = 1; number <= 300; number++) {
            record(many, charged(number, "0.1"));
            record(few, number <= 150 ? charged(1_000 + number, "0.2") : charged(1_150, "0.2"));
        }
        Path file = folder.resolve("rows.csv");
        for (int run = 0; run < 20; run++) {
            String state = "state" + run + "-";
            List<CompletableFuture<ExportResult>> both =
                    Stream.of(many, few)
                            .map(one ->
                                    CompletableFuture.supplyAsync(() ->
                                            forced(
                                                    one,
                                                    folder.resolve(state + (one == many)),
                                                    file)))
                            .toList();
            for (CompletableFuture<ExportResult> one : both) {
                assertThat(one.get().summary().orElseThrow().finished()).isTrue();
            }
            assertThat(rows(file)).hasSizeBetween(150, 300);
            assertThat(
                            rows(file).stream()
                                    .map(row -> row.replaceFirst("^\\S+ (\\S+) .*", "$1"))
                                    .distinct())
                    .hasSize(1);
            assertThat(rows(file)).hasSize(rows(file).get(0).contains(" 0.1 ") ? 300 : 150);
        }
        assertThat(names()).noneMatch(name -> name.endsWith(".partial"));
    }

    private static ExportResult forced(InMemoryLedger ledger, Path state, Path file) {
        InMemoryExportReader reader = new InMemoryExportReader(ledger);
        try {
            return new Exporter(
                            new ExportGenerations(reader, reader::last),
                            Application.rowDecoders(),
                            RowObserver.NONE,
                            new StopSignal())
                    .toNextFile(JOB, state, file, true);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void aStateThatIsSomethingElseIsRefused() throws IOException {
        Path state = folder.resolve("state");
        for (byte[] content : List.of(new byte[] {(byte) 0xff, 0}, "gen-1,0.5\n".getBytes(UTF_8))) {
            Files.write(state, content);
            assertNoState(state);
        }
        Files.delete(state);
        assertNoState(Files.createDirectory(state));
    }

    private void assertNoState(Path state) throws IOException {
        assertThatThrownBy(() -> next("a.csv", Checkpoint.NONE))
                .isInstanceOf(ExportMismatchException.class)
                .hasMessage(
                        state
                                + " is no state of an export: name another file, or remove it to"
                                + " begin anew");
        assertThat(names()).containsExactly("state");
    }

    private ExportResult next(String file, Checkpoint checkpoint) throws IOException {
        return exporter(checkpoint)
                .toNextFile(JOB, folder.resolve("state"), folder.resolve(file), false);
    }

    private List<String> rows(String file) throws IOException {
        return rows(folder.resolve(file));
    }

    private static List<String> rows(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            return csv.stream()
                    .map(row ->
                            "%d %s %s"
                                    .formatted(
                                            number(row.getField("id")),
                                            row.getField("spend"),
                                            row.getField("revision")))
                    .toList();
        }
    }

    private static int number(String id) {
        return Integer.parseInt(id.substring(id.length() - 14));
    }

    private static List<String> ids(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            return csv.stream().map(row -> row.getField("id")).toList();
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
