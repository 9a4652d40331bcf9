package io.genledger.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.Wiring;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateCommandTest {

    private static final String BARE = "{\"id\":\"gen-1\",\"usage\":0.5}";

    @TempDir private Path folder;

    @Test
    void servesAFolderOfDocumentsWrappedAsOpenRouterDoes() throws Exception {
        Files.writeString(folder.resolve("one.json"), BARE);
        Files.writeString(folder.resolve("two.ndjson"), "{\"data\":{\"id\":\"gen-2\"}}\nbad\n");
        Files.writeString(folder.resolve("notes.txt"), "no document");
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PipedInputStream out = new PipedInputStream();
        Thread simulator = simulator(out, err);
        simulator.start();
        String baseUrl = firstLine(out).replaceAll(".*\"baseUrl\":\"([^\"]+)\".*", "$1");

        assertThat(get(baseUrl, "gen-1")).isEqualTo("200 {\"data\":" + BARE + "}");
        assertThat(get(baseUrl, "gen-2")).isEqualTo("200 {\"data\":{\"id\":\"gen-2\"}}");
        assertThat(get(baseUrl, "gen-3")).startsWith("404 {\"error\":{");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("two.ndjson:2: not served: ");
        simulator.interrupt();
        simulator.join();
    }

    @Test
    void aFolderWithoutDocumentsIsRefused() {
        Shell.Result result =
                new Shell(folder.resolve("l.db")).run("simulate", "--documents", folder.toString());

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("no metadata document");
    }

    private Thread simulator(PipedInputStream out, ByteArrayOutputStream err) throws IOException {
        PrintStream stdout =
                new PrintStream(new PipedOutputStream(out), true, StandardCharsets.UTF_8);
        Environment environment =
                new Environment(
                        Map.of(),
                        InputStream.nullInputStream(),
                        stdout,
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Wiring.machine(),
                        Optional.empty(),
                        false,
                        "genledger",
                        new Interruption());
        String[] arguments = {"--json", "simulate", "--documents", folder.toString()};
        return new Thread(() -> Main.run(environment, arguments));
    }

    private static String firstLine(PipedInputStream out) throws IOException {
        return new BufferedReader(new InputStreamReader(out, StandardCharsets.UTF_8)).readLine();
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
