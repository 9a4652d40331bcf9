package io.genledger.app.cli.serve;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.cli.Shell;
import io.genledger.app.cli.console.ExitCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Alerts of a server, and a webhook that receives them. */
class ServeAlertsTest {

    private static final String SECRET = "correct-horse-battery";
    private static final String ID = "gen-1731289055-7lM7yhtp335znp1qegkj";
    private static final Map<String, String> VARIABLES = Map.of("HOOK_SECRET", SECRET);

    @TempDir private Path folder;

    @Test
    void sendsASignedMessageAgainUntilItIsAcceptedAndThenNoMore() throws Exception {
        shell().run("track", ID);
        try (Receiver hook = new Receiver(500, 200)) {
            try (ServeProcess server = serve(hook)) {
                Receiver.Received first = hook.await();
                Receiver.Received second = hook.await();

                assertThat(first.header("Genledger-Signature")).isEqualTo(signature(first));
                assertThat(second.header("Genledger-Signature")).isEqualTo(signature(second));
                JsonNode message = JsonMapper.shared().readTree(second.text());
                assertThat(message.get("rule").asString()).isEqualTo("queue-age");
                assertThat(message.get("state").asString()).isEqualTo("firing");
                assertThat(message.get("threshold").asLong()).isEqualTo(60);
                assertThat(server.awaitLine("alert-undelivered"))
                        .contains("\"reason\":\"127.0.0.1 answered 500 to an alert\"");
                assertThat(server.awaitLine("\"event\":\"alert\""))
                        .contains("\"rule\":\"queue-age\"", "\"threshold\":60");
                assertThat(server.terminate()).isEqualTo(ExitCode.OK);
                assertThat(server.log()).noneMatch(line -> line.contains(SECRET));
            }
            try (ServeProcess restarted = serve(hook)) {
                JsonNode alerts = alertsAfterACheck(restarted);

                assertThat(alerts.get("failure").isNull()).isTrue();
                assertThat(hook.rest()).isEmpty();
            }
        }
    }

    /** The state of the alerts once they were checked. */
    private static JsonNode alertsAfterACheck(ServeProcess server) throws Exception {
        JsonNode alerts;
        do {
            alerts =
                    JsonMapper.shared()
                            .readTree(server.body("/ledger/v1/status"))
                            .at("/server/alerts");
        } while (alerts.get("lastSuccess").isNull() && alerts.get("failure").isNull());
        return alerts;
    }

    private ServeProcess serve(Receiver hook) throws Exception {
        Path url = Files.writeString(folder.resolve("hook"), hook.url() + "/in?key=of-the-hook\n");
        return new ServeProcess(
                folder,
                VARIABLES,
                "--no-collect",
                "--alert-webhook",
                "file:" + url,
                "--alert-secret",
                "env:HOOK_SECRET",
                "--alert-queue-age",
                "1m");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--alert-given-up 0 | alerts need --alert-webhook",
                "--alert-webhook http://x.example/ --alert-secret env:HOOK | alerts need",
                "--alert-webhook ftp://x/ --alert-secret env:HOOK --alert-failed 0 | https://HOST",
                "--alert-webhook http://x/ --alert-secret env:NONE --alert-failed 0"
                        + " | --alert-secret: set the variable NONE",
                "--alert-webhook http://x/ --alert-secret top-secret-of-the-hook --alert-failed 0"
                        + " | --alert-secret: expected the place of the secret",
                "--alert-webhook http://x/ --alert-secret env:SHORT --alert-failed 0"
                        + " | at least 16 bytes",
                "--alert-webhook http://x/ --alert-secret env:HOOK --alert-failed=-1"
                        + " | must not be negative",
                "--alert-webhook http://a^b/ --alert-secret env:HOOK --alert-failed 0"
                        + " | --alert-webhook: expected https"
            })
    void refusesWhatCannotWorkWithoutRepeatingASecret(String options, String message) {
        List<String> arguments = new ArrayList<>(List.of("serve"));
        arguments.addAll(List.of(options.split(" ")));

        Shell.Result result =
                shell().with("HOOK", SECRET)
                        .with("SHORT", "too-short")
                        .run(arguments.toArray(String[]::new));

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err())
                .contains(message)
                .doesNotContain(SECRET, "too-short", "top-secret-of-the-hook");
    }

    private Shell shell() {
        return new Shell(folder.resolve("ledger.db"));
    }

    private static String signature(Receiver.Received message) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        mac.update((message.header("Genledger-Timestamp") + ".").getBytes(StandardCharsets.UTF_8));
        return "sha256="
                + HexFormat.of().formatHex(mac.doFinal(message.text().getBytes(ISO_8859_1)));
    }
}
