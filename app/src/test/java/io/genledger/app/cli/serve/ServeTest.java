package io.genledger.app.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.cli.Shell;
import io.genledger.app.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The command as a process, whose log and signals are its own. */
class ServeTest {

    private static final String REPORT = "/ledger/v1/report?last=1d&timezone=UTC";

    @TempDir private Path folder;

    @Test
    void servesUntilSigtermAndLogsJsonWithoutSecrets() throws Exception {
        Shell shell = new Shell(folder.resolve("ledger.db"));
        String token = shell.run("token", "create", "team", "--scope", "read").out().strip();
        String session = "gls_" + token.substring("gls_".length());
        try (ServeProcess server = new ServeProcess(folder, "trace")) {
            assertThat(server.status(REPORT, "X-Nothing", "none")).isEqualTo(401);
            assertThat(server.status(REPORT, "Authorization", "Bearer " + token)).isEqualTo(200);
            assertThat(server.status(REPORT, "Cookie", "genledger-session=" + session))
                    .isEqualTo(401);

            assertThat(server.terminate()).isEqualTo(ExitCode.OK);
            assertThat(server.log()).allSatisfy(ServeTest::isJson);
            assertThat(server.log())
                    .anyMatch(line -> line.contains("\"level\":\"trace\""))
                    .anyMatch(line -> line.contains("every request needs an access token"))
                    .noneMatch(line -> line.contains(token.substring("glt_".length())));
        }
    }

    @Test
    void saysThatThisMachineNeedsNoToken() throws Exception {
        try (ServeProcess server = new ServeProcess(folder, "")) {
            assertThat(server.status(REPORT, "X-Nothing", "none")).isEqualTo(200);

            assertThat(server.terminate()).isEqualTo(ExitCode.OK);
            assertThat(server.log())
                    .anyMatch(line -> line.contains("everything from this machine is allowed"))
                    .anyMatch(line ->
                            line.contains("\"event\":\"housekeeping\",\"ended-sessions\":0}"));
        }
    }

    @Test
    void logsARequestThatFailsByItsFaultAndNoOther() throws Exception {
        try (ServeProcess server = new ServeProcess(folder, "")) {
            assertThat(server.status(REPORT, "X-Nothing", "none")).isEqualTo(200);
            assertThat(server.status("/no/such/route", "X-Nothing", "none")).isEqualTo(404);
            String url = "jdbc:sqlite:" + folder.resolve("ledger.db");
            try (Connection other = DriverManager.getConnection(url);
                    Statement change = other.createStatement()) {
                change.execute("drop table tracked");
            }
            assertThat(server.status("/ledger/v1/queue?limit=1&why=secret", "X-Nothing", "none"))
                    .isEqualTo(400);
            assertThat(server.status("/ledger/v1/queue?limit=1", "X-Nothing", "none"))
                    .isEqualTo(503);

            assertThat(server.awaitLine("request failed"))
                    .contains("\"level\":\"warn\"")
                    .contains("\"method\":\"GET\",\"path\":\"/ledger/v1/queue\",\"status\":503")
                    .contains("\"reason\":\"" + folder.resolve("ledger.db"))
                    .doesNotContain("limit");
            assertThat(server.terminate()).isEqualTo(ExitCode.OK);
            assertThat(server.log()).filteredOn(line -> line.contains("request failed")).hasSize(1);
        }
    }

    @Test
    @Timeout(60)
    void idsOfAFollowedLogAreTrackedThoughItIsRotated() throws Exception {
        Path log = Files.writeString(folder.resolve("app.log"), "first " + id(1) + "\n");
        try (ServeProcess server =
                new ServeProcess(folder, Map.of(), "--no-collect", "--follow", log.toString())) {
            awaitQueued(server, 1);
            Files.move(log, folder.resolve("app.log.1"));
            Files.writeString(
                    folder.resolve("app.log.1"), "late " + id(2) + "\n", StandardOpenOption.APPEND);
            Files.writeString(log, "new " + id(3) + "\n");
            awaitQueued(server, 3);

            assertThat(server.terminate()).isEqualTo(ExitCode.OK);
            assertThat(server.log()).noneMatch(line -> line.contains("\"lost\""));
        }
    }

    private static void awaitQueued(ServeProcess server, int ids) throws Exception {
        String queue = server.body("/ledger/v1/queue");
        while (!IntStream.rangeClosed(1, ids).mapToObj(ServeTest::id).allMatch(queue::contains)) {
            queue = server.body("/ledger/v1/queue");
        }
    }

    private static String id(int number) {
        return "gen-1755676927-%020d".formatted(number);
    }

    @Test
    void anotherAddressNeedsATokenFirst() {
        Shell.Result result =
                new Shell(folder.resolve("ledger.db")).run("serve", "--listen", "0.0.0.0:0");

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("--listen", "genledger token create NAME --scope read");
        assertThat(folder.resolve("ledger.db")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8787", "127.0.0.1", "127.0.0.1:99999", "127.0.0.1:1/x", "::1:8787"})
    void refusesAnAddressThatIsNone(String address) {
        Shell.Result result =
                new Shell(folder.resolve("ledger.db")).run("serve", "--listen", address);

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("--listen", "127.0.0.1:8787");
    }

    @Test
    void aCertificateNeedsItsKey() {
        Shell shell = new Shell(folder.resolve("ledger.db"));

        assertThat(shell.run("serve", "--tls-cert", "cert.pem").err())
                .contains("--tls-cert and --tls-key need each other");
        assertThat(shell.run("serve", "--tls-cert", "no.pem", "--tls-key", "no.pem").err())
                .contains("--tls-cert: there is no readable file no.pem");
    }

    @Test
    void aFileWithoutAKeyIsRefusedBeforeTheServerStarts() throws IOException {
        String file = Files.writeString(folder.resolve("wrong.pem"), "no key").toString();

        Shell.Result result =
                new Shell(folder.resolve("ledger.db"))
                        .run("serve", "--tls-cert", file, "--tls-key", file);

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err())
                .startsWith("genledger: --tls-cert and --tls-key: " + file)
                .contains("expected in PEM")
                .hasLineCount(1);
    }

    private static void isJson(String line) {
        assertThat(JsonMapper.shared().readTree(line).isObject()).isTrue();
    }
}
