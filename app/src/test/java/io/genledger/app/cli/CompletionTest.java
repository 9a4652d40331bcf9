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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Completion of values that the ledger has. */
class CompletionTest {

    private static final String RECORDS =
            """
            {"id":"gen-aaaaaaaaaaaaaaaaaaa1","upstream_id":null,"usage":0.5,"model":"a/one:free","provider_name":"Big Cloud","external_user":"ann"}
            {"id":"gen-aaaaaaaaaaaaaaaaaaa2","upstream_id":null,"usage":0.5,"model":"a/one:nitro","provider_name":"Big Cloud","external_user":"bob"}
            {"id":"gen-aaaaaaaaaaaaaaaaaaa3","upstream_id":null,"usage":0.5,"model":"b/two","provider_name":"Other","external_user":"$(touch pwned)"}
            {"id":"gen-aaaaaaaaaaaaaaaaaaa4","upstream_id":null,"usage":0.5,"model":"b/two","provider_name":"Other","external_user":"*.b*"}
            {"id":"gen-aaaaaaaaaaaaaaaaaaa5","upstream_id":null,"usage":0.5,"model":"b/two","provider_name":"Other","external_user":"\\\\o/"}
            """;

    @TempDir private Path folder;
    private Path ledger = Path.of("not set yet");
    private Shell shell = new Shell(Path.of("not set yet"));

    @BeforeEach
    void recordThree() {
        ledger = folder.resolve("ledger.db");
        shell = new Shell(ledger);
        shell.typing(RECORDS).run("import", "-");
    }

    @Test
    void valuesAreThoseThatBeginSo() {
        assertThat(shell.run("values", "model").out())
                .isEqualTo("a/one:free\na/one:nitro\nb/two\n");
        assertThat(shell.run("values", "model", "a/").out()).isEqualTo("a/one:free\na/one:nitro\n");
        assertThat(shell.run("values", "user", "b").out()).isEqualTo("bob\n");
        assertThat(shell.run("values", "provider", "--limit", "1").out()).isEqualTo("Big Cloud\n");
    }

    @Test
    void authorsAndVariantsAreThoseOfTheModels() {
        assertThat(shell.run("values", "author").out()).isEqualTo("a\nb\n");
        assertThat(shell.run("values", "variant", "n").out()).isEqualTo("nitro\n");
        assertThat(shell.run("values", "variant", "--limit", "1").out()).isEqualTo("free\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"day", "hour", "week", "month", "request"})
    void valuesThatAreNotListedAreRefused(String dimension) {
        Shell.Result result = shell.run("values", dimension);

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err())
                .startsWith("genledger: the values of " + dimension + " are not listed: name a");
    }

    @Test
    void aBeginningWithoutValuesIsNoError() {
        assertThat(shell.run("values", "model", "x").exitCode()).isEqualTo(ExitCode.OK);
    }

    @Test
    void jsonListsThem() {
        assertThat(shell.run("values", "provider", "--json").out())
                .isEqualTo("{\"dimension\":\"provider\",\"values\":[\"Big Cloud\",\"Other\"]}\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "report --model                  | 3 | a/one:free a/one:nitro b/two",
                "report --model a/               | 3 | a/one:free a/one:nitro",
                "report --model a/one : f        | 5 | free",
                "report --model a/one :          | 4 | free nitro",
                "report --model = b              | 4 | b/two",
                "report --model =                | 3 | b/two a/one:free a/one:nitro",
                "list --provider B               | 3 | Big\\ Cloud",
                "erase --user a                  | 3 | ann",
                "erase --user *                  | 3 | \\*.b\\*",
                "erase --user \\                  | 3 | \\\\o/",
                "report --author b               | 3 | b",
                "report --user $                 | 3 | \\$\\(touch\\ pwned\\)",
                "report --color a                | 3 | auto always",
                "report --model x                | 3 |",
                "report --model b/two --colo     | 4 | --color",
            })
    void bashCompletesValuesOfTheLedger(String words, int word, String expected)
            throws IOException, InterruptedException {
        List<String> completed = complete(words, word, ledger);

        assertThat(String.join(" ", completed).split(" "))
                .containsExactlyInAnyOrder((expected == null ? "" : expected).split(" "));
        assertThat(folder.resolve("pwned")).doesNotExist();
    }

    @Test
    void withoutALedgerNothingIsCompletedOrSaid() throws IOException, InterruptedException {
        assertThat(complete("report --model", 3, folder.resolve("none.db"))).isEmpty();
        assertThat(folder.resolve("none.db")).doesNotExist();
    }

    @Test
    void fishAsksForValuesToo() {
        assertThat(shell.runAsIs("completion", "fish").out())
                .contains(
                        "-l model -r -f -a '(genledger values model (commandline -ct)"
                                + " 2>/dev/null)'")
                .doesNotContain("values request", "values day");
    }

    @Test
    void fishKnowsTheOptionsOfEachPartOfACommand() {
        String script = shell.runAsIs("completion", "fish").out();

        assertThat(script.lines())
                .filteredOn(line -> line.contains("-l scope "))
                .singleElement()
                .asString()
                .startsWith(
                        "complete -c genledger -n '__fish_seen_subcommand_from token; and"
                                + " __fish_seen_subcommand_from create' -l scope -r");
        assertThat(script)
                .contains(
                        "-n '__fish_seen_subcommand_from token' -a revoke",
                        "-n '__fish_seen_subcommand_from report' -l by");
    }

    /** Calls the function as bash does when the tabulator is pressed; returns what it offers. */
    private List<String> complete(String words, int word, Path db)
            throws IOException, InterruptedException {
        Path script = folder.resolve("completion.bash");
        Files.writeString(script, shell.runAsIs("completion", "bash").out());
        String java = String.join(" ", TestProgram.java());
        Path run = folder.resolve("run.bash");
        Files.writeString(
                run,
                """
                source '%s'
                genledger() {
                  %s -Dorg.slf4j.simpleLogger.logFile=/dev/null \
                    io.genledger.app.cli.Main "$@"
                }
                compopt() { :; } # works while a completion runs only
                COMP_WORDS=(genledger "$@")
                (( ${#COMP_WORDS[@]} > %d )) || COMP_WORDS+=('')
                COMP_CWORD=%d
                _complete_genledger_values genledger "${COMP_WORDS[COMP_CWORD]}" ''
                printf '%%s\\n' "${COMPREPLY[@]}"
                """
                        .formatted(script, java, word, word));
        List<String> command = new ArrayList<>(List.of("bash", run.toString()));
        command.addAll(List.of(words.strip().split(" +")));
        ProcessBuilder bash =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectError(folder.resolve("err").toFile());
        bash.environment().put("CLASSPATH", TestProgram.classPath());
        bash.environment().put("GENLEDGER_DB", db.toString());
        bash.environment().put("XDG_CONFIG_HOME", folder.toString());
        Process process = bash.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        assertThat(folder.resolve("err")).content().isEmpty();
        return out.lines().filter(line -> !line.isEmpty()).toList();
    }
}
