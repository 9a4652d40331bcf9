package io.genledger.app.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.cli.Shell;
import io.genledger.app.cli.console.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keys of a server, and an OpenRouter that has no record. */
class ServeKeysTest {

    private static final String DEFAULT_KEY = "sk-or-v1-0123456789abcdef";
    private static final String ACME_KEY = "sk-or-v1-fedcba9876543210";
    private static final String ID = "gen-1731289055-7lM7yhtp335znp1qegkj";
    private static final String ACME_ID = "gen-1731289056-acmeacmeacmeacmeacme";

    @TempDir private Path folder;

    @BeforeEach
    void track() {
        Shell shell = new Shell(folder.resolve("ledger.db"));
        assertThat(shell.run("track", ID).exitCode()).isEqualTo(ExitCode.OK);
        assertThat(shell.run("track", "--account", "acme", ACME_ID).exitCode())
                .isEqualTo(ExitCode.OK);
    }

    @Test
    void fetchesEachAccountsIdsWithItsKeyFromAFileAndACredential() throws Exception {
        Path file = key("default.key", DEFAULT_KEY, "rw-r--r--");
        key("acme", ACME_KEY, "rw-------");
        Map<String, String> variables =
                Map.of(
                        "OPENROUTER_API_KEY_FILE",
                        file.toString(),
                        "CREDENTIALS_DIRECTORY",
                        folder.toString());
        try (Receiver router = new Receiver(404);
                ServeProcess server =
                        new ServeProcess(
                                folder,
                                variables,
                                "--base-url",
                                router.url() + "/api/v1",
                                "--key",
                                "acme=credential:acme")) {
            Map<String, String> asked = Map.ofEntries(asked(router.await()), asked(router.await()));

            assertThat(asked)
                    .containsEntry("id=" + ID, "Bearer " + DEFAULT_KEY)
                    .containsEntry("id=" + ACME_ID, "Bearer " + ACME_KEY);
            assertThat(server.awaitLine("\"event\":\"warning\""))
                    .contains("all users can read this key: chmod o-r " + file);
            assertThat(server.body("/ledger/v1/status"))
                    .contains("\"collector\":{\"phase\":\"collecting\",\"reason\":null");
            assertThat(server.terminate()).isEqualTo(ExitCode.OK);
            assertThat(server.log()).noneMatch(line -> line.contains("sk-or-v1-"));
        }
    }

    private static Map.Entry<String, String> asked(Receiver.Received request) {
        return Map.entry(request.query(), request.header("Authorization"));
    }

    @Test
    void servesWithoutAKeyAndSaysSoInLogStatusAndHealth() throws Exception {
        try (ServeProcess server = new ServeProcess(folder, Map.of())) {
            String reason = "no key: set the variable OPENROUTER_API_KEY";
            assertThat(server.awaitLine("\"event\":\"not-collecting\""))
                    .contains("\"reason\":\"" + reason);
            assertThat(server.body("/ledger/v1/status"))
                    .contains("\"phase\":\"without-key\",\"reason\":\"" + reason);
            assertThat(server.body("/health/ready"))
                    .contains("\"status\":\"ready\"")
                    .contains(
                            "\"name\":\"collector\",\"state\":\"warning\",\"reason\":\"" + reason);
        }
    }

    @Test
    void aMissingKeyFileIsNamedWhileItServes() throws Exception {
        Path none = folder.resolve("none.key");
        try (ServeProcess server =
                new ServeProcess(folder, Map.of("OPENROUTER_API_KEY_FILE", none.toString()))) {
            assertThat(server.awaitLine("\"event\":\"not-collecting\""))
                    .contains(none + ": no such file");
            assertThat(server.status("/health/ready", "X-Nothing", "none")).isEqualTo(200);
        }
    }

    @Test
    void aKeyInPlaceOfItsPlaceIsRefusedBeforeTheServerStarts() {
        Shell.Result result =
                new Shell(folder.resolve("ledger.db"))
                        .run("serve", "--key", "acme=" + ACME_KEY, "--listen", "127.0.0.1:0");

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err())
                .contains("expected the place of a key and not the key itself")
                .doesNotContain(ACME_KEY);
    }

    private Path key(String name, String text, String permissions) throws Exception {
        Path file = Files.writeString(folder.resolve(name), text + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }
}
