package io.genledger.app.bench;

import io.genledger.app.cli.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** {@code genledger simulate} in a process of its own. */
final class ServerProcess implements Server {

    private final Process process;
    private final URI base;

    private ServerProcess(Process process, URI base) {
        this.process = process;
        this.base = base;
    }

    static ServerProcess serving(int generations) throws IOException {
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "simulate",
                        "--json",
                        "--seed",
                        String.valueOf(Workload.SEED),
                        "--generated",
                        String.valueOf(generations),
                        "--start",
                        Workload.START.toString(),
                        "--ids",
                        "/dev/null");
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        if (line == null) {
            throw new IOException("the simulator did not start");
        }
        String base = JsonMapper.shared().readTree(line).path("baseUrl").asString();
        return new ServerProcess(process, URI.create(base));
    }

    @Override
    public URI baseUri() {
        return base;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
