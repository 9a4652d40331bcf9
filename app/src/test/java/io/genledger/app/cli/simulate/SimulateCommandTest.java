package io.genledger.app.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.http.simulator.generated.GeneratedGenerations;
import io.genledger.app.Application;
import io.genledger.app.cli.Main;
import io.genledger.app.cli.Shell;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.console.ShutdownSignals;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SimulateCommandTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String RECORDED = "gen-1731289055-7lM7yhtp335znp1qegkj";
    private static final String BARE = "{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa1\",\"upstream_id\":null,\"usage\":0.5}";

    @TempDir private Path folder;

    @Test
    void servesAFolderOfDocumentsWrappedAsOpenRouterDoes() throws Exception {
        Files.writeString(folder.resolve("one.json"), BARE);
        Files.writeString(
                folder.resolve("two.ndjson"), "{\"data\":{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa2\",\"upstream_id\":null,\"usage\":2}}\nbad\n");
        Files.writeString(folder.resolve("notes.txt"), "no document");
        Playing playing = new Playing("--json", "simulate", "--documents", folder.toString());
        String baseUrl = JSON.readTree(playing.line()).path("baseUrl").asString();

        assertThat(get(baseUrl, "gen-aaaaaaaaaaaaaaaaaaa1")).isEqualTo("200 {\"data\":" + BARE + "}");
        assertThat(get(baseUrl, "gen-aaaaaaaaaaaaaaaaaaa2"))
                .isEqualTo("200 {\"data\":{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa2\",\"upstream_id\":null,\"usage\":2}}");
        assertThat(get(baseUrl, "gen-3")).startsWith("404 {\"error\":{");
        assertThat(playing.err()).contains("two.ndjson:2: not served: ");
        playing.end();
        assertThat(playing.printsMore()).isFalse();
        assertThat(playing.err())
                .contains(
                        "3 requests for 3 ids, at most 1 for one; answers: 2 × 200, 1 × 404;"
                                + " broken off: 0; two at once for one id: 0");
    }

    @Test
    void servesGeneratedGenerationsAndSaysWhatTheyCost() throws Exception {
        Path ids = folder.resolve("ids.txt");
        Playing playing =
                new Playing(
                        "--json",
                        "simulate",
                        "--generated",
                        "500",
                        "--ids",
                        ids.toString(),
                        "--seed",
                        "7",
                        "--start",
                        "2026-01-02T03:04:05Z",
                        "--apart",
                        "2s");
        GeneratedGenerations expected =
                new GeneratedGenerations(
                        7, 500, Instant.parse("2026-01-02T03:04:05Z"), Duration.ofSeconds(2));
        JsonNode announced = JSON.readTree(playing.line());
        String last = expected.at(499).id();

        assertThat(Files.readAllLines(ids)).hasSize(500).last().isEqualTo(last);
        assertThat(announced.path("generations").asInt()).isEqualTo(500);
        assertThat(announced.path("spend").asString())
                .isEqualTo(
                        expected.stream()
                                .flatMap(each -> each.spend().stream())
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .stripTrailingZeros()
                                .toPlainString());
        assertThat(get(announced.path("baseUrl").asString(), last))
                .isEqualTo(
                        "200 " + new String(expected.at(499).document(), StandardCharsets.UTF_8));
        playing.end();
    }

    @Test
    void withoutAFileTheIdsAreTheData() throws Exception {
        Playing playing =
                new Playing("simulate", "--generated", "2", "--ids", "-", "--latency", "1ms..2ms");

        assertThat(playing.line()).matches("gen-\\d{10}-[0-9A-Za-z]{20}");
        assertThat(playing.line()).matches("gen-\\d{10}-[0-9A-Za-z]{20}");
        playing.end();
        assertThat(playing.err())
                .contains("with 2 generations that cost $")
                .contains("0 requests for 0 ids, at most 0 for one; answers: none");
    }

    @Test
    void playsAScript() throws Exception {
        Path script = Files.writeString(folder.resolve("day.txt"), "status 402 when attempts 2..");
        Playing playing = new Playing("--json", "simulate", "--script", script.toString());
        String baseUrl = JSON.readTree(playing.line()).path("baseUrl").asString();

        assertThat(get(baseUrl, RECORDED)).startsWith("200 ");
        assertThat(get(baseUrl, RECORDED)).startsWith("402 ").contains("Insufficient credits");
        playing.end();
    }

    @Test
    void aSignalEndsIt() throws Exception {
        Playing playing = new Playing("simulate");

        assertThat(playing.line()).contains("with 25 generations; Ctrl-C ends it.");
        playing.signal();
        playing.join();
        assertThat(playing.err()).contains("0 requests");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--documents .                     | no metadata document",
                "--port 70000                      | --port: expected 0 to 65535",
                "--script no-such-file             | no-such-file: no such file",
                "--script day.txt                  | day.txt:2: found 'sometimes', expected 'when'",
                "--latency soon                    | --latency:1: found 'soon', expected a"
                        + " duration",
                "--json --generated 5              | with --ids FILE",
                "--generated 5 --documents .       | --documents and --generated cannot",
                "--generated -1                    | --generated: expected 0 to 1000000000",
                "--generated 5 --start 1970-01-01  | ten digits",
                "--generated 5 --ids no/such/place | --ids no/such/place: cannot be written: no"
                        + " such file or folder",
                "--ids ids.txt                     | --generated"
            })
    void saysWhatIsWrong(String options, String message) throws Exception {
        Files.writeString(folder.resolve("day.txt"), "# hm\nreset sometimes\n");
        String[] arguments =
                ("simulate " + options)
                        .replace(" .", " " + folder)
                        .replace("day.txt", folder.resolve("day.txt").toString())
                        .split(" ");
        Shell.Result result = new Shell(folder.resolve("l.db")).run(arguments);

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains(message);
    }

    /** A simulator that plays in this JVM. */
    private static final class Playing {

        private final ByteArrayOutputStream err = new ByteArrayOutputStream();
        private final ShutdownSignals interruption = new ShutdownSignals();
        private final BufferedReader out;
        private final Thread thread;

        Playing(String... arguments) throws IOException {
            PipedInputStream pipe = new PipedInputStream(1 << 20);
            Console environment =
                    new Console(
                            Map.of(),
                            InputStream.nullInputStream(),
                            new PrintStream(
                                    new PipedOutputStream(pipe), true, StandardCharsets.UTF_8),
                            new PrintStream(err, true, StandardCharsets.UTF_8),
                            Application.runtime(),
                            Optional.empty(),
                            false,
                            "genledger",
                            interruption);
            out = new BufferedReader(new InputStreamReader(pipe, StandardCharsets.UTF_8));
            thread =
                    new Thread(() -> {
                        Main.run(environment, arguments);
                        interruption.ended();
                    });
            thread.start();
        }

        String line() throws IOException {
            return String.valueOf(out.readLine());
        }

        boolean printsMore() throws IOException {
            return out.ready();
        }

        String err() {
            return err.toString(StandardCharsets.UTF_8);
        }

        void end() throws InterruptedException {
            thread.interrupt();
            join();
        }

        void signal() {
            interruption.shutDown();
        }

        void join() throws InterruptedException {
            thread.join();
        }
    }

    private static String get(String baseUrl, String id) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(baseUrl + "/generation?id=" + id))
                        .header("Authorization", "Bearer any")
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() + " " + response.body();
        }
    }
}
