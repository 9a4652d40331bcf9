package io.genledger.app.cli.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.http.simulator.behaviour.Behaviour;
import io.genledger.adapter.http.simulator.behaviour.Behaviours;
import io.genledger.adapter.http.simulator.reply.Reply;
import io.genledger.adapter.http.simulator.server.OpenRouterSimulator;
import io.genledger.app.cli.Shell;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.simulate.ShippedDocuments;
import io.genledger.domain.generation.GenerationId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Collecting from a simulator that serves each id to the key of its account only. */
class CollectWithKeysTest {

    private static final List<Map.Entry<GenerationId, byte[]>> RECORDED =
            List.copyOf(ShippedDocuments.all().entrySet());
    private static final List<String> KEYS = List.of("sk-or-acme", "sk-or-beta", "sk-or-corp");

    @TempDir private Path folder;
    private Shell shell = new Shell(Path.of("not set yet"));

    @BeforeEach
    void openAShell() throws IOException {
        Path file = Files.writeString(folder.resolve("corp.key"), "sk-or-corp\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        shell =
                new Shell(folder.resolve("ledger.db"))
                        .with("ACME_KEY", "sk-or-acme")
                        .with("BETA_KEY", "sk-or-beta");
    }

    @Test
    void recordsTheIdsOfThreeAccountsWithTheirKeys() {
        track(0, "acme");
        track(1, "beta");
        track(2, "corp");
        Shell.Result collected = collectFrom(eachWithItsKey());

        assertThat(collected.out()).startsWith("3 recorded");
        assertThat(collected.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(account(0)).isEqualTo("acme");
        assertThat(account(1)).isEqualTo("beta");
        assertThat(account(2)).isEqualTo("corp");
    }

    @Test
    void anIdThatWasTrackedWithAWrongOrNoAccountIsRecordedWithItsOwn() {
        track(0, "corp");
        track(1, "default");
        Shell.Result collected = collectFrom(eachWithItsKey());

        assertThat(collected.out()).startsWith("2 recorded");
        assertThat(account(0)).isEqualTo("acme");
        assertThat(account(1)).isEqualTo("beta");
    }

    @Test
    void aRefusedKeyIsNamedAndTheOthersGoOn() {
        track(0, "acme");
        track(1, "beta");
        Shell.Result collected = collectFrom(refusing("sk-or-acme", eachWithItsKey()));

        assertThat(collected.out()).startsWith("1 recorded");
        assertThat(collected.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(collected.err())
                .contains("account acme: ", "check ACME_KEY", "its ids stay pending")
                .doesNotContain("sk-or-");
        assertThat(account(1)).isEqualTo("beta");
    }

    @Test
    void anAccountWithoutAKeyIsNamed() {
        track(0, "acme");
        track(1, "other");
        Shell.Result collected = collectFrom(eachWithItsKey());

        assertThat(collected.err()).containsOnlyOnce("account other: no key");
    }

    @Test
    void watchingLogsEventsWithTheAccount() {
        track(0, "acme");
        track(1, "other");
        shell.interruptedAfter(Duration.ofMinutes(3));
        Shell.Result collected = collectFrom(refusing("sk-or-acme", eachWithItsKey()), "--watch");

        assertThat(collected.err())
                .containsOnlyOnce("event=key-missing account=\"other\"")
                .containsOnlyOnce("event=key-refused account=\"acme\" reason=")
                .doesNotContain("sk-or-");
    }

    @Test
    void aConfigFileNamesThePlacesOfKeys() throws IOException {
        track(0, "acme");
        Path home = Files.createDirectories(folder.resolve("config/genledger"));
        Files.writeString(
                home.resolve("config.toml"),
                "[collect]\naccount-key = [\"acme=env:ACME_KEY\", \"beta=env:BETA_KEY\"]\n");
        shell.with("XDG_CONFIG_HOME", folder.resolve("config").toString());
        try (OpenRouterSimulator openRouter = OpenRouterSimulator.start(eachWithItsKey())) {
            assertThat(shell.collectFrom(openRouter).out()).startsWith("1 recorded");
        }
    }

    @Test
    void aProjectsConfigFileNamesNoKeys() throws IOException {
        Path project = Files.createDirectories(folder.resolve("project"));
        Files.writeString(
                project.resolve("genledger.toml"), "[collect]\naccount-key = \"a=env:HOME\"\n");

        assertThat(shell.in(project).run("collect").err())
                .contains("genledger.toml:2: collect.account-key: belongs in your own config file");
    }

    @Test
    void aKeyOnTheCommandLineIsRefusedAndNotRepeated() {
        Shell.Result refused = shell.run("collect", "--key", "acme=sk-or-v1-secret");

        assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(refused.err()).contains("ACCOUNT=file:PATH").doesNotContain("secret");
    }

    @Test
    void aMalformedKeyIsRefusedByItsPlace() {
        Shell.Result refused =
                shell.with("ACME_KEY", "two words").run("collect", "--key", "acme=env:ACME_KEY");

        assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(refused.err()).contains("ACME_KEY: not an API key").doesNotContain("words");
    }

    private void track(int number, String account) {
        var unused =
                shell.run("track", "--account", account, RECORDED.get(number).getKey().value());
    }

    private String account(int number) {
        return shell.run("show", "--json", RECORDED.get(number).getKey().value())
                .json()
                .path("account")
                .asString();
    }

    private Shell.Result collectFrom(Behaviour behaviour, String... more) {
        try (OpenRouterSimulator openRouter = OpenRouterSimulator.start(behaviour)) {
            return shell.collectFrom(
                    openRouter,
                    Stream.concat(
                                    Stream.of(
                                            "--key",
                                            "acme=env:ACME_KEY",
                                            "--key",
                                            "beta=env:BETA_KEY",
                                            "--key",
                                            "corp=file:" + folder.resolve("corp.key")),
                                    Stream.of(more))
                            .toArray(String[]::new));
        }
    }

    /** Serves the document with this number to the key with this number. */
    private static Behaviour eachWithItsKey() {
        Map<String, byte[]> byId = new LinkedHashMap<>();
        RECORDED.forEach(each -> byId.put(each.getKey().value(), each.getValue()));
        return Behaviours.when(
                request -> KEYS.indexOf(request.token()) == number(request.id()),
                Behaviours.documents(byId),
                Behaviours.notFound());
    }

    private static int number(String id) {
        return RECORDED.stream().map(each -> each.getKey().value()).toList().indexOf(id);
    }

    private static Behaviour refusing(String key, Behaviour then) {
        return Behaviours.when(
                request -> request.token().equals(key), request -> Reply.error(401), then);
    }
}
