package io.genledger.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.TestProgram;
import io.genledger.app.cli.console.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What --verbose and GENLEDGER_LOG add. Loggers read their level once, so each run has a JVM. */
class VerboseTest {

    private static final String ID = "gen-1731289055-7lM7yhtp335znp1qegkj";
    private static final String KEY = "sk-or-v1-0123456789abcdef";

    @TempDir private Path folder;
    private Path ledger = Path.of("not set yet");

    @BeforeEach
    void trackOne() {
        ledger = folder.resolve("ledger.db");
        new Shell(ledger).run("track", ID);
    }

    @Test
    void withoutItAFailureIsOneLine() {
        Shell.Result result = new Shell(folder).run("report");

        assertThat(result.err().lines()).hasSize(1);
    }

    @Test
    void itPrintsTheStackTraceAndTheLineToo() {
        Shell.Result result = new Shell(folder).run("report", "--verbose");

        assertThat(result.exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(result.err()).contains("LedgerUnavailableException", "\tat io.genledger.");
        assertThat(result.err().lines().reduce((first, second) -> second).orElseThrow())
                .startsWith("genledger: ");
    }

    @Test
    void librariesAreSilentUntilTheyAreAsked() throws Exception {
        assertThat(collect("info")).contains("genledger: ");
        assertThat(collect("off")).doesNotContain("DEBUG", "TRACE", "INFO");
    }

    /** The client's and the pool's loggers at their most talkative. */
    @Test
    void librariesLogAtTheLevelOfTheVariableAndNeverTheKey() throws Exception {
        String err = collect("trace");

        assertThat(err).contains("DEBUG io.", "127.0.0.1").doesNotContain(KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"loud", "off"})
    void anUnknownLevelIsRefused(String level) {
        Shell.Result result = new Shell(ledger).with("GENLEDGER_LOG", level).run("report");

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err())
                .contains("GENLEDGER_LOG: expected error, warn, info, debug, trace, not " + level);
    }

    /** Asks a port on which no server listens. */
    private String collect(String level) throws IOException, InterruptedException {
        Path fresh = folder.resolve(level + ".db");
        new Shell(fresh).run("track", ID);
        Path err = folder.resolve("err-" + level);
        List<String> command = new ArrayList<>(TestProgram.command());
        command.addAll(List.of("--db", fresh.toString(), "collect"));
        command.addAll(List.of("--base-url", "http://127.0.0.1:1/api/v1"));
        ProcessBuilder process =
                new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(err.toFile());
        process.environment().put("OPENROUTER_API_KEY", KEY);
        if (!level.equals("off")) {
            process.environment().put("GENLEDGER_LOG", level);
        }
        assertThat(process.start().waitFor()).isEqualTo(ExitCode.UNAVAILABLE);
        return Files.readString(err, StandardCharsets.UTF_8);
    }
}
