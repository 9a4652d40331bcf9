package io.genledger.app.cli.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.cli.Main;
import io.genledger.app.cli.Shell;
import io.genledger.app.cli.console.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports in processes of their own, which a shell limits and ends. */
class ExportProcessTest {

    @TempDir private Path folder;

    /** All rows share it, so that the file is larger than the ledger. */
    private static final String LONG = "long".repeat(140);

    private record Result(int exitCode, String text) {}

    @BeforeEach
    void recordMany() {
        StringBuilder documents = new StringBuilder();
        for (int i = 0; i < 5000; i++) {
            documents.append(
                    "{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa%d\",\"upstream_id\":null,\"usage\":0.5,\"session_id\":\"%s\"}\n".formatted(i, LONG));
        }
        new Shell(folder.resolve("ledger.db")).typing(documents.toString()).run("import", "-");
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

    @Test
    void aKilledExportLeavesNothingThatLooksFinished() throws Exception {
        for (int hundredths : List.of(30, 60, 80, 100, 120, 150)) {
            bash("timeout -s KILL 0.%02d $G export rows.csv".formatted(hundredths));
            if (Files.exists(folder.resolve("rows.csv"))) {
                assertThat(Files.readAllLines(folder.resolve("rows.csv"))).hasSize(5001);
                Files.delete(folder.resolve("rows.csv"));
            }
        }
        assertThat(bash("$G export rows.csv").exitCode()).isEqualTo(ExitCode.OK);
        assertThat(Files.readAllLines(folder.resolve("rows.csv"))).hasSize(5001);
        assertThat(names()).doesNotContain(".rows.csv.partial");
    }

    private Result bash(String script) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder("bash", "-c", script).directory(folder.toFile());
        builder.environment().put("G", program());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        Process process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), text);
    }

    private static String program() {
        return "%s -XX:TieredStopAtLevel=1 -Xshare:auto --enable-native-access=ALL-UNNAMED %s --db ledger.db"
                .formatted(
                        Path.of(System.getProperty("java.home"), "bin", "java"),
                        Main.class.getName());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
