package io.genledger.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.http.simulator.script.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README lists is what there is. */
class ReadmeTest {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    @Test
    void showsRulesThatTheSimulatorKnows() throws IOException {
        String table = between("| rule | what happens |", "Each may end in `when`");
        List<String> rules =
                table.lines()
                        .map(row -> row.substring(0, row.indexOf(" | ") + 1))
                        .flatMap(cell -> CODE.matcher(cell).results())
                        .map(code -> code.group(1))
                        .toList();
        List<String> conditions =
                CODE.matcher(between("Each may end in `when`", "(since the start)"))
                        .results()
                        .map(code -> code.group(1))
                        .filter(code -> !code.equals("and"))
                        .toList();

        assertThat(rules).hasSizeGreaterThan(20);
        assertThat(rules).allSatisfy(rule -> Script.parse("README", rule));
        assertThat(conditions).hasSize(8);
        assertThat(conditions)
                .allSatisfy(condition -> Script.parse("README", "reset when " + condition));
    }

    private static String between(String start, String end) throws IOException {
        String from = readme().substring(readme().indexOf(start) + start.length());
        return from.substring(0, from.indexOf(end)).strip();
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of("..", "README.md"));
    }
}
