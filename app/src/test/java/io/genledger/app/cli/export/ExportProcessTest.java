package io.genledger.app.cli.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.TestProgram;
import io.genledger.app.cli.Main;
import io.genledger.app.cli.Shell;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.export.file.Checkpoint;
import io.genledger.app.export.file.ExportState;
import io.genledger.domain.sample.Cases;
import io.genledger.ports.usecase.export.EntryMark;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exports in processes of their own, which a shell limits and ends. */
class ExportProcessTest {

    /** Kills at random moments. */
    private static final int KILLS = Cases.some(2, 50);

    private static final int ROWS = 5000;

    /** The ledgers of which each test has a copy. */
    @TempDir static Path recorded;

    @TempDir private Path folder;

    private final Random random = new Random(20251130);

    /** All rows share it, so that the file is larger than the ledger. */
    private static final String LONG = "long".repeat(140);

    private record Result(int exitCode, String text) {}

    @BeforeAll
    static void recordMany() throws IOException {
        StringBuilder documents = new StringBuilder();
        for (int i = 0; i < ROWS; i++) {
            documents.append(
                    "{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa%d\",\"upstream_id\":null,\"usage\":0.5,\"session_id\":\"%s\"}\n"
                            .formatted(i, LONG));
        }
        importInto("alike.db", documents);
        Files.copy(recorded.resolve("alike.db"), recorded.resolve("incompressible.db"));
        recordIncompressible();
    }

    /** Later than the other rows. */
    private static void recordIncompressible() {
        Random random = new Random(20251130);
        StringBuilder documents = new StringBuilder();
        byte[] session = new byte[900];
        for (int i = 0; i < ROWS; i++) {
            random.nextBytes(session);
            documents.append(
                    "{\"id\":\"gen-bbbbbbbbbbbbbbbbbbb%d\",\"upstream_id\":null,\"usage\":0.5,\"created_at\":\"2090-01-01T00:00:00Z\",\"session_id\":\"%s\"}\n"
                            .formatted(i, Base64.getEncoder().encodeToString(session)));
        }
        importInto("incompressible.db", documents);
    }

    private static void importInto(String ledger, CharSequence documents) {
        Shell.Result done =
                new Shell(recorded.resolve(ledger)).typing(documents.toString()).run("import", "-");
        assertThat(done.exitCode()).as(done.err()).isEqualTo(ExitCode.OK);
    }

    @BeforeEach
    void copy() throws IOException {
        use("alike.db");
    }

    private void use(String ledger) throws IOException {
        Files.copy(
                recorded.resolve(ledger),
                folder.resolve("ledger.db"),
                StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void aReaderThatEndsEndsTheExportWithoutAWord() throws Exception {
        Result result = bash("{ $G export -f csv - ; echo $? >&2; } | head -n 1");

        assertThat(result.text().lines().filter(line -> !line.startsWith("id,created")))
                .containsExactly(Integer.toString(ExitCode.BROKEN_PIPE));
    }

    /**
     * The system allows files of 3 MiB only, which a program sees as a disk that is full; the
     * libraries that it unpacks are smaller.
     */
    @Test
    void aFileThatCannotBeWrittenInFullIsSaidAndRemoved() throws Exception {
        Result result = bash("ulimit -f 3072; $G export rows.csv");

        assertThat(result.exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(result.text())
                .startsWith("genledger: rows.csv cannot be written (")
                .endsWith("); no part of it was left\n");
        assertThat(names()).doesNotContain("rows.csv", ".rows.csv.partial");
    }

    /** Only the rows that come last are above the limit in each format; parts before them fit. */
    @Test
    void aDiskThatIsFullLeavesNoPartOfAnyTarget() throws Exception {
        use("incompressible.db");
        for (String export :
                List.of(
                        "rows.ndjson.zst",
                        "rows.csv.gz",
                        "--format focus --group none --max-rows 5000 rows.csv.gz",
                        "--partition month rows.parquet",
                        "--by session rows.xlsx",
                        "--since-last nightly rows.csv.zst")) {
            String file = export.substring(export.lastIndexOf(' ') + 1);

            Result result = bash("ulimit -f 1500; $G export " + export);

            assertThat(result)
                    .as(export)
                    .isEqualTo(
                            new Result(
                                    ExitCode.UNAVAILABLE,
                                    "genledger: %s cannot be written (File too large); no part of it was left\n"
                                            .formatted(file)));
            assertThat(names()).as(export).noneMatch(name -> name.contains("rows"));
        }
    }

    @Test
    void aReaderThatEndsEndsAnExportInEachFormat() throws Exception {
        use("incompressible.db");
        for (String format :
                List.of(
                        "ndjson",
                        "activity-csv",
                        "focus --group none",
                        "parquet",
                        "xlsx --by session")) {
            Result result =
                    bash("{ $G export -f " + format + " - ; echo $? >&2; } | head -c 1 >/dev/null");

            assertThat(result.text()).as(format).isEqualTo(ExitCode.BROKEN_PIPE + "\n");
        }
    }

    @Test
    void anExportWhoseStateAnotherProcessHasIsRefused() throws Exception {
        String export = "$G export --since-last nightly rows.csv";
        try (ExportState held = ExportState.open(folder.resolve("nightly"), Checkpoint.NONE)) {
            Result refused = bash(export);

            assertThat(held.end()).isEqualTo(EntryMark.NONE);
            assertThat(refused.exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
            assertThat(refused.text()).contains("nightly is being written by another process");
            assertThat(names()).doesNotContain("rows.csv", ".rows.csv.partial");
        }
        assertThat(bash(export).exitCode()).isEqualTo(ExitCode.OK);
        assertThat(names()).doesNotContain(".nightly.lock");
    }

    /** Two exports with one state at once: each row is in one file. */
    @Test
    void twoProcessesWithOneStateWriteEachRowOnce() throws Exception {
        bash(
                "$G export --since-last nightly a.csv & $G export --since-last nightly b.csv &"
                        + " wait; $G export --since-last nightly c.csv");

        assertThat(rowsOf("a.csv", "b.csv", "c.csv")).hasSize(ROWS).doesNotHaveDuplicates();
    }

    @Test
    void aKilledExportLeavesNothingThatLooksFinished() throws Exception {
        long whole = millis("$G export rows.csv");
        Files.delete(folder.resolve("rows.csv"));
        for (int kill = 0; kill < KILLS; kill++) {
            killed(whole, "$G export rows.csv");
            if (Files.exists(folder.resolve("rows.csv"))) {
                assertThat(rowsOf("rows.csv")).hasSize(ROWS);
                Files.delete(folder.resolve("rows.csv"));
            }
        }
        assertThat(bash("$G export rows.csv").exitCode()).isEqualTo(ExitCode.OK);
        assertThat(rowsOf("rows.csv")).hasSize(ROWS);
        assertThat(names()).doesNotContain(".rows.csv.partial");
    }

    /** Several files, a folder and a workbook: each is there whole, or not at all. */
    @ParameterizedTest
    @CsvSource({
        "export --format focus --max-rows 1000 rows.csv, rows.",
        "export --partition month rows.parquet, rows.parquet",
        "export rows.xlsx, rows.xlsx",
    })
    void aKilledExportOfSeveralFilesLeavesNoneThatLooksFinished(String export, String name)
            throws Exception {
        String script = "$G " + export;
        long whole = millis(script);
        Map<String, String> all = contents(name);
        assertThat(all).isNotEmpty();
        removeAll(name);
        for (int kill = 0; kill < KILLS; kill++) {
            killed(whole, script);
            assertThat(all).containsAllEntriesOf(contents(name));
            removeAll(name);
        }
        assertThat(bash(script).exitCode()).isEqualTo(ExitCode.OK);
        assertThat(contents(name)).isEqualTo(all);
    }

    /** The visible files whose names begin so, by their paths, with what tells them apart. */
    private Map<String, String> contents(String name) throws Exception {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String path = folder.relativize(file).toString();
                if (path.startsWith(name)) {
                    contents.put(
                            path,
                            path.endsWith(".xlsx")
                                    ? sheets(file)
                                    : Long.toString(Files.size(file)));
                }
            }
        }
        return contents;
    }

    /** A workbook also has the time at which it was written. */
    private static String sheets(Path workbook) throws IOException {
        try (ZipFile zip = new ZipFile(workbook.toFile())) {
            return zip.stream()
                    .filter(entry -> entry.getName().startsWith("xl/worksheets/"))
                    .map(entry -> entry.getName() + " " + entry.getCrc())
                    .sorted()
                    .toList()
                    .toString();
        }
    }

    private void removeAll(String name) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.sorted(Comparator.reverseOrder())
                            .filter(path ->
                                    folder.relativize(path).toString().startsWith(name)
                                            || folder.relativize(path)
                                                    .toString()
                                                    .startsWith("." + name))
                            .toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void nightsThatAreKilledWriteEachRowOnce() throws Exception {
        long whole = millis("$G export --since-last whole rows.csv");
        List<String> nights = new ArrayList<>();
        for (int night = 0; night < KILLS; night++) {
            nights.add(night + ".csv");
            killed(whole, "$G export --since-last nightly " + night + ".csv");
        }
        nights.add("last.csv");
        assertThat(bash("$G export --since-last nightly last.csv").exitCode())
                .isEqualTo(ExitCode.OK);

        assertThat(rowsOf(nights.toArray(String[]::new))).hasSize(ROWS).doesNotHaveDuplicates();
    }

    private long millis(String script) throws Exception {
        long begin = System.nanoTime();
        assertThat(bash(script).exitCode()).isEqualTo(ExitCode.OK);
        return Duration.ofNanos(System.nanoTime() - begin).toMillis();
    }

    private void killed(long withinMillis, String script) throws Exception {
        long moment = 1 + random.nextLong(withinMillis);
        bash("timeout -s KILL %d.%03d %s".formatted(moment / 1000, moment % 1000, script));
    }

    /** The rows of those of the files that are there. */
    private List<String> rowsOf(String... files) throws IOException {
        List<String> rows = new ArrayList<>();
        for (String file : files) {
            if (Files.exists(folder.resolve(file))) {
                List<String> lines = Files.readAllLines(folder.resolve(file));
                rows.addAll(lines.subList(1, lines.size()));
            }
        }
        return rows;
    }

    private Result bash(String script) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder("bash", "-c", script).directory(folder.toFile());
        builder.environment().put("G", program());
        builder.environment().put("CLASSPATH", TestProgram.classPath());
        Process process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), text);
    }

    private static String program() {
        return "%s %s --db ledger.db"
                .formatted(String.join(" ", TestProgram.java()), Main.class.getName());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
