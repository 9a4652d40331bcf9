package io.genledger.app.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.cli.Shell;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SettingKeysTest {

    private final Shell shell = new Shell(Path.of("no ledger"));

    static Set<String> options() {
        return SettingKeys.options();
    }

    @ParameterizedTest
    @MethodSource("options")
    void eachCommandOfAKeyHasTheOption(String option) {
        Set<String> commands = Set.copyOf(SettingKeys.commandsWith(option));

        assertThat(commands.isEmpty() ? Set.of("report") : commands)
                .allSatisfy(command ->
                        assertThat(shell.runAsIs(withOptions(command)).out())
                                .containsAnyOf("--" + option + "=", "--" + option + "[="));
    }

    /** Of lake, the subcommands have the options. */
    private static String[] withOptions(String command) {
        return command.equals("lake")
                ? new String[] {command, "ship", "--help"}
                : new String[] {command, "--help"};
    }

    @Test
    void noOptionThatNamesAServerForTheKeyOrDeletesIsAKey() {
        assertThat(SettingKeys.options()).doesNotContain("base-url", "all", "key", "user");
    }
}
