package io.genledger.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.architecture.ForbiddenWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Users meet one word for each idea: flags, help, events, messages and JSON hold no old one. */
class WordListTest {

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern FIELD = Pattern.compile("\"([A-Za-z][A-Za-z0-9-]*)\"\\s*:");

    static List<String> commands() {
        return Commands.NAMES;
    }

    @ParameterizedTest
    @MethodSource("commands")
    void noHelpHoldsAnOldWord(String command) {
        String help = new Shell(Path.of("no ledger")).runAsIs(command, "--help").out();

        assertThat(oldWordsOf(help)).isEmpty();
    }

    /** Flags, events and messages alike. */
    @Test
    void noTextInTheCommandLinesCodeHoldsAnOldWord() throws IOException {
        List<Path> sources = filesUnder(Path.of("src", "main", "java"), ".java");

        List<String> found = new ArrayList<>();
        for (Path source : sources) {
            LITERAL.matcher(Files.readString(source))
                    .results()
                    .map(MatchResult::group)
                    .filter(literal -> !oldWordsOf(literal).isEmpty())
                    .forEach(literal -> found.add(source.getFileName() + ": " + literal));
        }

        assertThat(sources).hasSizeGreaterThan(50);
        assertThat(found).isEmpty();
    }

    /** The golden files show each shape that --json prints. */
    @Test
    void noJsonFieldHoldsAnOldWord() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path golden : filesUnder(Path.of("src", "test", "resources"), ".json")) {
            FIELD.matcher(Files.readString(golden))
                    .results()
                    .map(field -> field.group(1))
                    .filter(field -> !oldWordsOf(field).isEmpty())
                    .forEach(field -> found.add(golden.getFileName() + ": " + field));
        }

        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--settle",
                "--max-rest",
                "ownKeyFee",
                "own-key-allowance",
                "kept aside",
                "resting 5 s",
                "a record that was revived",
                "asides and the dead"
            })
    void theListBites(String text) {
        assertThat(oldWordsOf(text)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"the rest of a file", "outstanding", "--refresh-after", "return"})
    void otherWordsPass(String text) {
        assertThat(oldWordsOf(text)).isEmpty();
    }

    private static List<String> oldWordsOf(String text) {
        return ForbiddenWords.in(text, ForbiddenWords.IN_TEXTS);
    }

    private static List<Path> filesUnder(Path folder, String suffix) throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix)).toList();
        }
    }
}
