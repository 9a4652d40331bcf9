package io.genledger.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README names commands, options and files that exist. */
class ReadmeTest {

    private static final Path ROOT = Path.of("..");

    private static final Pattern COMMAND = Pattern.compile("\\./genledger ([a-z]+)([^\n`]*)");
    private static final Pattern OPTION = Pattern.compile("--[a-z-]+");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

    @TempDir Path folder;

    @Test
    void namesCommandsAndOptionsThatExist() throws IOException {
        List<MatchResult> commands = in(COMMAND, readme());

        assertThat(commands).hasSizeGreaterThan(8);
        assertThat(commands)
                .allSatisfy(command -> {
                    String help =
                            new Shell(folder.resolve("ledger.db"))
                                    .run(command.group(1), "--help")
                                    .out();
                    assertThat(help).startsWith("Usage: genledger " + command.group(1));
                    assertThat(in(OPTION, command.group(2)))
                            .allSatisfy(option -> assertThat(help).contains(option.group()));
                });
    }

    @Test
    void showsTablesWithTheColumnsOfAReport() throws IOException {
        Shell shell = new Shell(folder.resolve("ledger.db"));
        shell.typing("{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa1\",\"upstream_id\":null,\"usage\":1,\"model\":\"a/b\"}").run("import", "-");

        assertThat(readme().lines().map(ReadmeTest::words))
                .contains(header(shell, "model"), header(shell, "day,model"));
    }

    private static String header(Shell shell, String dimensions) {
        return words(
                shell.run("report", "--by", dimensions).out().lines().findFirst().orElseThrow());
    }

    private static String words(String line) {
        return line.replaceAll(" +", " ");
    }

    @Test
    void linksToFilesThatExist() throws IOException {
        List<MatchResult> links = in(LINK, readme());

        assertThat(links).hasSizeGreaterThan(6);
        assertThat(links).allSatisfy(link -> assertThat(ROOT.resolve(link.group(1))).exists());
    }

    private static List<MatchResult> in(Pattern pattern, String text) {
        return pattern.matcher(text).results().toList();
    }

    private static String readme() throws IOException {
        return Files.readString(ROOT.resolve("README.md"));
    }
}
