package io.genledger.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.http.simulator.behaviour.Behaviours;
import io.genledger.adapter.http.simulator.server.OpenRouterSimulator;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.simulate.ShippedDocuments;
import io.genledger.domain.generation.GenerationId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The option {@code --account}: several OpenRouter accounts in one ledger. */
class AccountTest {

    private static final Map<GenerationId, byte[]> RECORDED = ShippedDocuments.all();
    private static final List<String> IDS =
            RECORDED.keySet().stream().map(GenerationId::value).toList();
    private static final String OURS = IDS.get(0);
    private static final String ACMES = IDS.get(1);

    @TempDir private Path folder;
    private Shell shell = new Shell(Path.of("not set yet"));

    @BeforeEach
    void openAShell() {
        shell = new Shell(folder.resolve("ledger.db")).with("OPENROUTER_API_KEY", "sk-or-test");
    }

    @Test
    void pendingShowsAccountsIfOneIsNotTheDefault() {
        shell.run("track", OURS);
        assertThat(shell.run("pending").out()).doesNotContain("Account", "default");
        assertThat(shell.run("pending", "--json").json().at("/entries/0/account").asString())
                .isEqualTo("default");

        shell.run("track", ACMES, "--account", " acme ");
        assertThat(shell.run("pending").out().lines())
                .anyMatch(line -> line.matches("Id .* Due  Account +Last outcome"))
                .anyMatch(line -> line.matches(OURS + " .* now  default"))
                .anyMatch(line -> line.matches(ACMES + " .* now  acme"));
    }

    @Test
    void anIdWithoutARecordIsShownWithItsAccount() {
        shell.run("track", ACMES, "--account", "acme");
        shell.run("track", ACMES);

        assertThat(shell.run("show", ACMES).err()).contains(" for the account acme and not");
        assertThat(shell.run("show", ACMES, "--json").json().at("/entry/account").asString())
                .isEqualTo("acme");
    }

    @Test
    void collectsTheIdsOfOneAccountAndThenOfAll() {
        shell.run("track", OURS);
        shell.run("track", ACMES, "--account", "acme");

        assertThat(collect("--account", "acme").out()).startsWith("1 recorded");
        assertThat(shell.run("show", OURS).exitCode()).isEqualTo(ExitCode.REJECTED);
        assertThat(account(ACMES)).isEqualTo("acme");
        assertThat(shell.run("show", ACMES).out()).containsPattern("\\n *account +acme\\n");

        assertThat(collect().out()).startsWith("1 recorded");
        assertThat(account(OURS)).isEqualTo("default");
        assertThat(shell.run("show", OURS).out()).doesNotContain("account ");
    }

    @Test
    void importsForAnAccountAndKeepsThatOfAKnownGeneration() {
        String document =
                "{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa1\",\"upstream_id\":null,\"usage\":0.5,\"model\":\"a/b\"}";
        shell.typing(document).run("import", "-", "--account", "acme");

        assertThat(account("gen-aaaaaaaaaaaaaaaaaaa1")).isEqualTo("acme");
        assertThat(shell.typing(document).run("import", "-").out())
                .startsWith("0 recorded, 1 unchanged");
        assertThat(account("gen-aaaaaaaaaaaaaaaaaaa1")).isEqualTo("acme");
    }

    @Test
    void followsLogsOfAnAccount() throws IOException {
        Path log = Files.writeString(folder.resolve("app.log"), ACMES + "\n");
        shell.interruptedAfter(Duration.ofSeconds(2))
                .run("follow", log.toString(), "--account", "acme");

        assertThat(shell.run("pending", "--json").json().at("/entries/0/account").asString())
                .isEqualTo("acme");
    }

    @ParameterizedTest
    @ValueSource(strings = {"track", "import", "follow", "collect"})
    void refusesANameThatIsNone(String command) {
        for (String name : List.of(" ", "a\tb", "x".repeat(201))) {
            Shell.Result refused =
                    command.equals("collect")
                            ? shell.run(command, "--account", name)
                            : shell.run(command, "gen-aaaaaaaaaaaaaaaaaaa1", "--account", name);

            assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
            assertThat(refused.err()).contains("--account: an account's name has 1 to 200");
        }
    }

    private String account(String id) {
        return shell.run("show", id, "--json").json().path("account").asString();
    }

    private Shell.Result collect(String... more) {
        Map<String, byte[]> byId = new LinkedHashMap<>();
        RECORDED.forEach((id, document) -> byId.put(id.value(), document));
        try (OpenRouterSimulator openRouter =
                OpenRouterSimulator.start(Behaviours.documents(byId))) {
            return shell.collectFrom(openRouter, more);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "track %s",
                "track --literal %s",
                "forget --literal %s",
                "show %s",
                "show --run %s",
                "report --since %s",
                "report --%s=1",
                "config timezone %s",
                "track gen-1731289055-7lM7yhtp335znp1qegkj --account %s",
                "collect --account-key %s=env:ACME_KEY",
                "%s",
            })
    void noMessageRepeatsAnApiKey(String command) {
        shell.run("track", OURS);
        String key = "sk-or-v1-" + "ab".repeat(32);

        Shell.Result refused = shell.run(command.formatted(key).split(" "));

        assertThat(refused.exitCode()).isNotEqualTo(ExitCode.OK);
        assertThat(refused.err()).isNotBlank().doesNotContain("abab");
        assertThat(refused.out()).doesNotContain("abab");
    }

    @Test
    void anApiKeyInAVariableOfASettingIsRefusedAndHidden() {
        String key = "sk-or-v1-" + "ab".repeat(32);

        Shell.Result account = shell.with("GENLEDGER_ACCOUNT", key).run("track", OURS);
        assertThat(account.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(account.err())
                .contains("found an API key", "OPENROUTER_API_KEY", "revoke it")
                .doesNotContain("abab");
        Shell.Result zone = shell.with("GENLEDGER_TIMEZONE", key).run("report");
        assertThat(zone.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(zone.err()).contains("sk-or-[hidden]").doesNotContain("abab");
    }
}
