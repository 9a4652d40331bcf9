package io.genledger.app.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.cli.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README shows what the commands of tokens print. */
class ReadmeTokensTest {

    private static final Path README = Path.of("README.md");
    private static final String BEGIN = "<!-- tokens: begin, run by a test -->\n\n```console\n";
    private static final String END = "```\n\n<!-- tokens: end -->";
    private static final String PROMPT = "$ genledger ";
    private static final String TO_A_FILE = " > dashboard.token";

    @TempDir private Path folder;

    @Test
    void showsWhatEachCommandPrints() throws IOException {
        String readme = Files.readString(README);
        int begin = readme.indexOf(BEGIN) + BEGIN.length();
        String shown = readme.substring(begin, readme.indexOf(END, begin));
        Shell shell = new Shell(folder.resolve("ledger.db"));
        shell.typing("gen-1731289055-7lM7yhtp335znp1qegkj").run("track", "--from", "-");

        StringBuilder run = new StringBuilder();
        shown.lines()
                .filter(line -> line.startsWith(PROMPT))
                .forEach(line -> run.append(line).append('\n').append(printed(shell, line)));

        assertThat(withoutSecrets(run.toString())).isEqualTo(withoutSecrets(shown));
        assertThat(shown).contains(PROMPT + "token create", PROMPT + "token list");
    }

    private static String printed(Shell shell, String line) {
        boolean toAFile = line.endsWith(TO_A_FILE);
        Shell.Result result =
                shell.run(line.substring(PROMPT.length()).replace(TO_A_FILE, "").split(" "));
        return result.err() + (toAFile ? "" : result.out());
    }

    private static String withoutSecrets(String text) {
        return text.replaceAll("glt_[A-Za-z0-9_-]{43}\n", "SECRET\n");
    }
}
