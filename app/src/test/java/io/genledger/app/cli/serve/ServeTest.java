package io.genledger.app.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.cli.Main;
import io.genledger.app.cli.Shell;
import io.genledger.app.cli.console.ExitCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The command as a process, whose log and signals are its own. */
class ServeTest {

    private static final Pattern URL = Pattern.compile("\"url\":\"([^\"]+)\"");
    private static final String REPORT = "/ledger/v1/report?last=1d&timezone=UTC";

    @TempDir private Path folder;

    @Test
    void servesUntilSigtermAndLogsJsonWithoutSecrets() throws Exception {
        Shell shell = new Shell(folder.resolve("ledger.db"));
        String token = shell.run("token", "create", "team", "--scope", "read").out().strip();
        Process server = start("trace");
        List<String> log = new ArrayList<>();
        try (BufferedReader lines = server.errorReader()) {
            URI url = awaitStart(lines, log);
            assertThat(status(url, "X-Nothing", "none")).isEqualTo(401);
            assertThat(status(url, "Authorization", "Bearer " + token)).isEqualTo(200);
            assertThat(status(url, "Cookie", "genledger-session=" + token)).isEqualTo(401);
            server.destroy();
            lines.lines().forEach(log::add);
        }

        assertThat(server.waitFor()).isEqualTo(ExitCode.OK);
        assertThat(log).allSatisfy(ServeTest::isJson);
        assertThat(log).anyMatch(line -> line.contains("\"level\":\"TRACE\""));
        assertThat(log).anyMatch(line -> line.contains("every request needs an access token"));
        assertThat(log).noneMatch(line -> line.contains(token));
    }

    @Test
    void saysThatThisMachineNeedsNoToken() throws Exception {
        Process server = start("");
        List<String> log = new ArrayList<>();
        try (BufferedReader lines = server.errorReader()) {
            URI url = awaitStart(lines, log);
            assertThat(status(url, "X-Nothing", "none")).isEqualTo(200);
            server.destroy();
            lines.lines().forEach(log::add);
        }

        assertThat(server.waitFor()).isEqualTo(ExitCode.OK);
        assertThat(log)
                .anyMatch(line -> line.contains("no tokens: everything from this machine is allowed"))
                .anyMatch(line -> line.contains("\"formattedMessage\":\"housekeeping\""));
    }

    @Test
    void anotherAddressNeedsATokenFirst() {
        Shell.Result result =
                new Shell(folder.resolve("ledger.db")).run("serve", "--listen", "0.0.0.0:0");

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("--listen", "genledger token create NAME --scope read");
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

    private Process start(String level) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "--db",
                        folder.resolve("ledger.db").toString(),
                        "serve",
                        "--listen",
                        "127.0.0.1:0");
        builder.environment().put("GENLEDGER_LOG", level);
        builder.environment().put("XDG_CONFIG_HOME", folder.resolve("none").toString());
        return builder.start();
    }

    private static URI awaitStart(BufferedReader lines, List<String> log) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            log.add(line);
            Matcher url = URL.matcher(line);
            if (url.find()) {
                return URI.create(url.group(1).replace("\\/", "/"));
            }
        }
        throw new IOException("it did not start: " + log);
    }

    private static int status(URI url, String header, String value) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(url.resolve(REPORT)).header(header, value).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
    }

    private static void isJson(String line) {
        assertThat(JsonMapper.shared().readTree(line).isObject()).isTrue();
    }
}
