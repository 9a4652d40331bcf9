package io.genledger.adapter.http.simulator.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The README of this module lists valid rules and conditions, and its examples are up to date. */
class ReadmeTest {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern FIRST_CELLS = Pattern.compile("(?m)^\\| (`.*?`) \\|");
    private static final Pattern SCRIPT = Pattern.compile("(?s)\\$ cat bad-day.txt\n(.*?)\n\\$");
    private static final Pattern JAVA =
            Pattern.compile("(?s)```java SimulatorExampleTest.java\n(.*?)```");

    private final String readme;

    ReadmeTest() throws IOException {
        readme = Files.readString(Path.of("README.md"));
    }

    @Test
    void listsValidActions() {
        List<String> actions = codeIn(firstCells("### Actions", "### Conditions"));

        assertThat(actions).hasSizeGreaterThan(20);
        assertThat(actions).allSatisfy(action -> Script.parse("README", action));
        assertThat(actions.stream().map(action -> action.replaceFirst(" .*", "")))
                .containsAll(AnsweringActions.BY_NAME.keySet())
                .containsAll(AlteringActions.BY_NAME.keySet());
    }

    @Test
    void listsValidConditions() {
        List<String> conditions = codeIn(firstCells("### Conditions", "### Example"));

        assertThat(conditions).hasSizeGreaterThan(8);
        assertThat(conditions)
                .allSatisfy(condition -> Script.parse("README", "reset when " + condition));
    }

    @Test
    void showsAValidScript() {
        assertThat(SCRIPT.matcher(readme).results().map(script -> script.group(1)))
                .hasSize(1)
                .allSatisfy(script -> Script.parse("README", script));
    }

    @Test
    void quotesTheExampleTest() throws IOException {
        String example =
                Files.readString(
                        Path.of(
                                "src/test/java/io/genledger/adapter/http/simulator/server",
                                "SimulatorExampleTest.java"));

        assertThat(JAVA.matcher(readme).results().map(block -> withoutIndent(block.group(1))))
                .hasSize(1)
                .allSatisfy(block -> assertThat(withoutIndent(example)).contains(block));
    }

    private String firstCells(String start, String end) {
        String section = readme.substring(readme.indexOf(start), readme.indexOf(end));
        return FIRST_CELLS
                .matcher(section)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.joining("\n"));
    }

    private static List<String> codeIn(String text) {
        return CODE.matcher(text).results().map(code -> code.group(1)).toList();
    }

    private static String withoutIndent(String text) {
        return text.lines().map(String::strip).collect(Collectors.joining("\n")).strip();
    }
}
