package io.genledger.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.cli.config.Settings;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** What each command says of itself. */
class HelpTest {

    private final Shell shell = new Shell(Path.of("no ledger"));

    static List<String> commands() {
        return Commands.NAMES;
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "show", "export", "drop"})
    void eachPartOfQuarantineHasHelpWithAnExample(String part) {
        Shell.Result help = shell.runAsIs("quarantine", part, "--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.out())
                .contains("Usage: genledger quarantine " + part, "  genledger quarantine " + part);
        assertThat(help.out().lines()).allMatch(line -> line.length() <= 100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"create", "list", "revoke"})
    void eachPartOfTokenHasHelpWithAnExample(String part) {
        Shell.Result help = shell.runAsIs("token", part, "--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.out())
                .contains("Usage: genledger token " + part, "genledger token " + part + " ");
        assertThat(help.out().lines()).allMatch(line -> line.length() <= 100);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void eachCommandHasHelpWithAnExample(String command) {
        Shell.Result help = shell.runAsIs(command, "--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.out())
                .contains("Usage: genledger " + command, "Example:", "  genledger " + command);
        assertThat(help.out().lines()).allMatch(line -> line.length() <= 100);
        assertThat(help.out()).isEqualTo(shell.runAsIs("help", command).out());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void theOptionsOfEveryCommandComeLast(String command) {
        String help = shell.runAsIs(command, "--help").out();
        String common = help.substring(help.indexOf("Options of every command:"));

        for (String option : List.of("--db", "--json", "--color", "--verbose", "--help")) {
            assertThat(common).contains(" " + option);
            assertThat(help.substring(0, help.indexOf(common))).doesNotContain("  " + option);
        }
    }

    @ParameterizedTest
    @MethodSource("described")
    void eachOptionAndParameterHasASentenceOfItsOwn(String name, String sentence) {
        assertThat(sentence).as(name).matches("(?s)[A-Z].*\\.");
        assertThat(sentence.split(" ")).as(name).hasSizeGreaterThan(3);
        assertThat(sentence)
                .as("a noun phrase or an imperative")
                .doesNotMatch("(?i)(how|where|when|what|who|only those|the same|all that|so) .*");
    }

    static Stream<Arguments> described() {
        return specs().flatMap(command ->
                Stream.concat(command.options().stream(), command.positionalParameters().stream())
                        .filter(argument -> !isPicoclis(argument))
                        .map(argument ->
                                Arguments.of(
                                        command.qualifiedName() + " " + argument.paramLabel(),
                                        String.join(" ", argument.description()))));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void eachDescriptionBeginsWithAVerbAndEndsAsASentence(String name) {
        String[] sentences =
                specs().filter(command -> command.name().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .usageMessage()
                        .description();

        assertThat(sentences[0]).matches("[A-Z][a-z]+ .*\\.").doesNotMatch("[A-Z][a-z]+s .*");
    }

    @Test
    void theProgramsHelpListsAllCommandsAndExitCodes() throws IllegalAccessException {
        String help = shell.runAsIs("--help").out();

        assertThat(Commands.NAMES).allSatisfy(name -> assertThat(help).contains("\n  " + name));
        for (Field code : ExitCode.class.getFields()) {
            assertThat(help.lines())
                    .as(code.getName())
                    .anyMatch(line -> line.matches(" +" + value(code) + "  [a-z].*"));
        }
        assertThat(help).isEqualTo(shell.runAsIs("help").out());
    }

    private static int value(Field code) {
        try {
            return code.getInt(null);
        } catch (IllegalAccessException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "reprot                | no command 'reprot'; did you mean report?",
                "rep                   | no command 'rep'; did you mean report?",
                "help reprot           | no command 'reprot'; did you mean report?",
                "xyz                   | no command 'xyz'; see genledger --help",
                "track --form x        | no option '--form'; did you mean --from?",
                "report --bymodel      | no option '--bymodel'; did you mean --by?",
                "audit --model=x       | no option '--model'; see genledger audit --help",
                "daily --mode=display  | no option '--mode'; amounts are what OpenRouter charged;"
                        + " no prices are fetched",
                "report -O             | no option '-O'; amounts are what OpenRouter charged; no"
                        + " prices are fetched",
                "session --id x        | no option '--id'; use --session ID",
                "monthly --jq .        | no option '--jq'; pipe --json to jq",
                "collect --jq .        | no option '--jq'; see genledger collect --help",
                "statusline            | no command 'statusline'; use status --statusline",
                "blocks --active       | no command 'blocks'; use report --by hour --last 24h",
                "collect --patience 5m | no option '--patience'; see genledger collect --help",
                "collect now           | no argument 'now'; see genledger collect --help",
                "--vresion             | no option '--vresion'; did you mean --version?",
            })
    void aMistypedWordGetsOneLine(String arguments, String sentence) {
        Shell.Result result = shell.runAsIs(arguments.split(" "));

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).isEqualTo("genledger: " + sentence + "\n");
    }

    @Test
    void completesTheWordsOfAVocabularyInLowerCase() {
        assertThat(shell.runAsIs("completion", "bash").out())
                .contains(
                        "\"day\" \"week\" \"month\" \"model\"",
                        "\"given-up\"",
                        "\"warning\"",
                        "\"read\" \"write\" \"admin\"")
                .doesNotContain("DAY", "MONTH", "GIVEN_UP", "WARNING", "ADMIN");
    }

    /** All commands with the program itself. */
    static Stream<CommandSpec> specs() {
        return specs(Main.program(Console.ofThisProcess(), Settings.NONE, Commands.NAMES));
    }

    private static Stream<CommandSpec> specs(CommandLine command) {
        return Stream.concat(
                Stream.of(command.getCommandSpec()),
                command.getSubcommands().values().stream().flatMap(HelpTest::specs));
    }

    private static boolean isPicoclis(ArgSpec argument) {
        return Arrays.asList(argument.description()).toString().contains("and exit.");
    }
}
