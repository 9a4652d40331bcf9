package io.genledger.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.cli.console.ExitCode;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher, run by a shell: what it sees to before Java starts. */
class LauncherTest {

    private static final String ID = "gen-1731289055-7lM7yhtp335znp1qegkj";

    @TempDir private Path program;
    @TempDir private Path folder;

    /** A program folder whose jar refers to the classes under test. */
    @BeforeEach
    void install() throws IOException {
        Path lib = Files.createDirectories(program.resolve("lib"));
        Path bin = Files.createDirectories(program.resolve("bin"));
        Files.copy(Path.of("src/main/dist/bin/genledger"), bin.resolve("genledger"));
        Files.copy(Path.of("../.mvn/find-jdk"), lib.resolve("find-jdk"));
        Files.writeString(lib.resolve("build"), "test\n");
        assertThat(bin.resolve("genledger").toFile().setExecutable(true)).isTrue();
        assertThat(lib.resolve("find-jdk").toFile().setExecutable(true)).isTrue();
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        Arrays.stream(
                                        System.getProperty("java.class.path")
                                                .split(File.pathSeparator))
                                .map(entry -> Path.of(entry).toUri().toString())
                                .collect(Collectors.joining(" ")));
        new JarOutputStream(Files.newOutputStream(lib.resolve("genledger-app.jar")), manifest)
                .close();
    }

    /** Else Java takes one of its own files for standard input. */
    @ParameterizedTest
    @ValueSource(strings = {"import -", "track --from -"})
    void aClosedStandardInputIsSaidToBeClosed(String command) throws Exception {
        assertThat(run(command + " <&-")).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(err()).endsWith("genledger: standard input is closed\n");
        assertThat(err().lines()).hasSizeLessThanOrEqualTo(2);
    }

    /** Else the ledger gets the descriptor, and the text is written into it. */
    @Test
    void aClosedStandardOutputIsNoSuccess() throws Exception {
        run("track " + ID);

        assertThat(run("report >&-")).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(err()).contains("standard output could not be written in full");
        assertThat(run("track " + ID + " <&- >&- 2>&-")).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(run("show --history " + ID)).isEqualTo(ExitCode.OK);
    }

    /** The driver's own warning repeats what follows the question mark. */
    @Test
    void aDatabasesSettingsAreInNoLog() throws Exception {
        assertThat(run("--db 'postgresql://localhost:1/db?loginTimeout=s3cret' report"))
                .isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(err().lines())
                .singleElement()
                .asString()
                .contains("postgresql://localhost:1/db cannot be reached")
                .doesNotContain("s3cret");
    }

    @Test
    void aReaderThatEndsEarlyIsToldNothing() throws Exception {
        // The reader closes the pipe before the program writes.
        String program = "until [ -e closed ]; do :; done; \"$GL\" --version; echo $? >exit";
        assertThat(shell("{ " + program + "; } 2>err | { exec <&-; >closed; }")).isZero();
        assertThat(err()).isEmpty();
        assertThat(folder.resolve("exit")).hasContent("141\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "xx_YY.UTF-8", ""})
    void filesWithAnyNameAreOpenedInAnyLocale(String locale) throws Exception {
        Files.writeString(folder.resolve("größe.txt"), ID);

        assertThat(run("--db größe.db track --from größe.txt", Map.of("LC_ALL", locale)))
                .isEqualTo(ExitCode.OK);
        assertThat(folder.resolve("größe.db")).exists();
    }

    @Test
    void aNameInLatin1IsSaidToBeNoUtf8() throws Exception {
        assertThat(shell("f=$(printf 'gr\\366.ndjson'); >\"$f\"; \"$GL\" import \"$f\" 2>err"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err()).contains("the file's name is not UTF-8; name - instead");
    }

    /** What a cache holds, which every run reads. */
    private static final List<String> OF_TRAINING_ALONE =
            List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining");

    /** A start-up cache fits only runs with the same options of the JVM as when it was made. */
    @ParameterizedTest
    @CsvSource({"--version,talk", "list,ledger", "demo,network", "serve,serve"})
    void eachKindOfCommandHasACacheMadeWithItsOptions(String command, String kind)
            throws Exception {
        installJavaThatPrintsItsArguments();

        assertThat(run("--train")).isEqualTo(ExitCode.OK);
        Path cache = program.resolve("lib/cache/" + kind + ".aot");
        assertThat(run(command)).isEqualTo(ExitCode.OK);

        List<String> trained = Files.readAllLines(cache);
        List<String> used = Files.readAllLines(folder.resolve("out"));
        assertThat(used).contains("-XX:AOTCache=" + cache);
        assertThat(options(trained))
                .filteredOn(option -> !OF_TRAINING_ALONE.contains(option))
                .containsExactlyElementsOf(options(used));
    }

    @Test
    void theServerHasAllCompilersAndBeginsWithASmallHeap() throws Exception {
        installJavaThatPrintsItsArguments();

        assertThat(run("serve --db 'sqlite:x.db'")).isEqualTo(ExitCode.OK);

        assertThat(options(Files.readAllLines(folder.resolve("out"))))
                .contains("-Xms8m")
                .noneMatch(option -> option.contains("TieredStopAtLevel"));
    }

    /** The options that caches depend on; the folders and the log are the same in all runs. */
    private static List<String> options(List<String> arguments) {
        return arguments.stream()
                .takeWhile(argument -> !argument.equals("-cp"))
                .filter(argument -> argument.startsWith("-X") || argument.startsWith("--"))
                .filter(argument -> !argument.startsWith("-XX:AOTCache"))
                .toList();
    }

    /** A Java that makes the cache it is told to make: a file of its arguments. */
    private void installJavaThatPrintsItsArguments() throws IOException {
        Path bin = Files.createDirectories(program.resolve("runtime/bin"));
        Files.writeString(
                program.resolve("runtime/release"), "JAVA_VERSION=\"25.0.3\"\nOS_NAME=\"Linux\"\n");
        Path java =
                Files.writeString(
                        bin.resolve("java"),
                        """
                        #!/bin/sh
                        for word; do
                          case $word in -XX:AOTCacheOutput=*) printf '%s\\n' "$@" >"${word#*=}" ;; esac
                        done
                        printf '%s\\n' "$@"
                        """);
        assertThat(java.toFile().setExecutable(true)).isTrue();
    }

    private int run(String arguments) throws Exception {
        return run(arguments, Map.of());
    }

    private int run(String arguments, Map<String, String> variables) throws Exception {
        return shell("{ \"$GL\" " + arguments + "; } >out 2>err", variables);
    }

    private int shell(String script) throws Exception {
        return shell(script, Map.of());
    }

    private int shell(String script, Map<String, String> variables) throws Exception {
        Path file = Files.writeString(folder.resolve("script"), script);
        ProcessBuilder shell = new ProcessBuilder("sh", file.getFileName().toString());
        shell.directory(folder.toFile());
        shell.environment().put("GL", program.resolve("bin/genledger").toString());
        shell.environment().put("JAVA_HOME", System.getProperty("java.home"));
        shell.environment().put("GENLEDGER_TRAIN", "no");
        shell.environment().put("GENLEDGER_DB", "ledger.db");
        shell.environment().putAll(variables);
        return shell.redirectErrorStream(true).start().waitFor();
    }

    private String err() throws IOException {
        return Files.readString(folder.resolve("err"), StandardCharsets.UTF_8);
    }
}
