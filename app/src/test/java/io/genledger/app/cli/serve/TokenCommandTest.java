package io.genledger.app.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.cli.Shell;
import io.genledger.app.cli.console.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class TokenCommandTest {

    private static final String TOKEN = "glt_[A-Za-z0-9_-]{43}";

    @TempDir private Path folder;
    private Shell shell = new Shell(Path.of("not set yet"));

    @BeforeEach
    void useALedger() {
        shell = new Shell(folder.resolve("ledger.db"));
    }

    @Test
    void printsTheTokenAloneAndSaysSoBeside() {
        Shell.Result created =
                shell.run("token", "create", "ci", "--scope", "write", "--expires", "90d");

        assertThat(created.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(created.out()).matches(TOKEN + "\n");
        assertThat(created.err())
                .isEqualTo(
                        """
                        new ledger: %s
                        genledger: the token ci (scope write, expires 2027-02-21T12:00:00Z) is shown once: the ledger keeps only its SHA-256
                        """
                                .formatted(folder.resolve("ledger.db")));
    }

    @Test
    void theLedgerHoldsNoToken() throws IOException {
        String token = shell.run("token", "create", "ci", "--scope", "admin").out().strip();

        assertThat(token).matches(TOKEN);
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            assertThat(all).isNotEmpty();
            for (Path file : all) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .doesNotContain(token.substring(4));
            }
        }
        assertThat(shell.run("token", "list", "--json").out()).doesNotContain("glt_");
    }

    @Test
    void jsonHoldsTheTokenWithItsProperties() {
        JsonNode json =
                shell.run("token", "create", "ci", "--scope", "READ", "--expires", "1h", "--json")
                        .json();

        assertThat(json.path("token").asString()).matches(TOKEN);
        assertThat(json.path("name").asString()).isEqualTo("ci");
        assertThat(json.path("scope").asString()).isEqualTo("read");
        assertThat(json.path("created").asString()).isEqualTo("2026-11-23T12:00:00.000Z");
        assertThat(json.path("expires").asString()).isEqualTo("2026-11-23T13:00:00.000Z");
    }

    @Test
    void aTakenNameIsSaidAndNoTokenPrinted() {
        shell.run("token", "create", "ci", "--scope", "read");
        Shell.Result again = shell.run("token", "create", "ci", "--scope", "admin");

        assertThat(again.exitCode()).isEqualTo(ExitCode.REJECTED);
        assertThat(again.out()).isEmpty();
        assertThat(again.err())
                .isEqualTo(
                        "genledger: there is a token ci already; revoke it first, or choose another"
                                + " name\n");
        assertThat(shell.run("token", "list", "--json").json().at("/tokens/0/scope").asString())
                .isEqualTo("read");
    }

    @Test
    void listsTokensInTheOrderOfCreation() {
        shell.run("token", "create", "old", "--scope", "read", "--expires", "1d");
        shell.at(Shell.NOW.plus(Duration.ofDays(1)));
        shell.run("token", "create", "ann", "--scope", "admin");

        Shell.Result list = shell.run("token", "list");

        assertThat(list.out())
                .isEqualTo(
                        """
                        Name  Scope  Created               Expires
                        old   read   2026-11-23T12:00:00Z  2026-11-24T12:00:00Z (expired)
                        ann   admin  2026-11-24T12:00:00Z  never
                        """);
        assertThat(shell.run("token", "list", "--json").out())
                .isEqualTo(
                        "{\"tokens\":[{\"name\":\"old\",\"scope\":\"read\",\"created\":\"2026-11-23T12:00:00.000Z\",\"expires\":\"2026-11-24T12:00:00.000Z\",\"expired\":true},{\"name\":\"ann\",\"scope\":\"admin\",\"created\":\"2026-11-24T12:00:00.000Z\",\"expires\":null,\"expired\":false}]}\n");
    }

    @Test
    void aLedgerWithoutTokensSaysSo() {
        shell.typing("gen-1731289055-7lM7yhtp335znp1qegkj").run("track", "--from", "-");

        assertThat(shell.run("token", "list").out()).isEqualTo("There are no tokens\n");
        assertThat(shell.run("token", "list", "--json").out()).isEqualTo("{\"tokens\":[]}\n");
    }

    @Test
    void revokesOnce() {
        shell.run("token", "create", "ci", "--scope", "read");
        Shell.Result revoked = shell.run("token", "revoke", "ci");
        Shell.Result again = shell.run("token", "revoke", "ci");

        assertThat(revoked.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(revoked.out()).isEqualTo("ci revoked\n");
        assertThat(again.exitCode()).isEqualTo(ExitCode.REJECTED);
        assertThat(again.out()).isEmpty();
        assertThat(again.err()).isEqualTo("genledger: there is no token ci\n");
        assertThat(shell.run("token", "revoke", "ci", "--json").out())
                .isEqualTo("{\"name\":\"ci\",\"revoked\":false}\n");
    }

    @Test
    void aTokenMistakenForItsNameIsNotRepeated() {
        String token = shell.run("token", "create", "ci", "--scope", "read").out().strip();
        Shell.Result refused = shell.run("token", "revoke", token);

        assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(refused.err())
                .contains("expected the name of a token, found a token")
                .doesNotContain(token);
    }

    @Test
    void onlyCreateMakesALedger() {
        assertThat(shell.run("token", "list").exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(shell.run("token", "revoke", "ci").exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(folder.resolve("ledger.db")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "token                                       | expected create NAME, list or"
                        + " revoke",
                "token creat                                 | did you mean create?",
                "token create ci                             | --scope",
                "token create --scope read                   | NAME",
                "token create ci --scope owner               | expected read, write, admin",
                "token create ci --scope read --expires 0s   | --expires: expected 1s to 36500d",
                "token create ci --scope read --expires 99ms | --expires: expected 1s to 36500d",
                "token create ci --scope read --expires 36501d | --expires: expected 1s to 36500d",
                "token create ci --scope read --expires soon | no duration 'soon'",
                "token revoke                                | NAME",
            })
    void refusesWrongUsage(String arguments, String message) {
        Shell.Result refused = shell.run(arguments.split(" "));

        assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(refused.err()).contains(message);
        assertThat(folder.resolve("ledger.db")).doesNotExist();
    }

    @Test
    void aNameWithControlCharactersIsRefused() {
        Shell.Result refused = shell.run("token", "create", "a\u001b[31m", "--scope", "read");

        assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(refused.err()).contains("1 to 100 characters, none of them a control character");
        assertThat(refused.err()).doesNotContain("\u001b");
    }
}
