package io.genledger.app.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** nginx with one fixed record for every id. */
final class NginxServer implements Server {

    private static final List<Path> PLACES =
            List.of(
                    Path.of("/usr/sbin/nginx"),
                    Path.of("/usr/local/sbin/nginx"),
                    Path.of("/opt/homebrew/bin/nginx"));
    private static final Duration LONGEST_START = Duration.ofSeconds(10);

    private final Process process;
    private final Path folder;
    private final int port;

    private NginxServer(Process process, Path folder, int port) {
        this.process = process;
        this.folder = folder;
        this.port = port;
    }

    static boolean isInstalled() {
        return PLACES.stream().anyMatch(Files::isExecutable);
    }

    static NginxServer start() throws IOException {
        Path program = PLACES.stream().filter(Files::isExecutable).findFirst().orElseThrow();
        Path folder = Files.createTempDirectory("genledger-nginx-");
        int port = freePort();
        Files.writeString(
                folder.resolve("nginx.conf"),
                configuration().replace("${port}", String.valueOf(port)));
        Process process =
                new ProcessBuilder(program.toString(), "-p", folder.toString(), "-c", "nginx.conf")
                        .inheritIO()
                        .start();
        NginxServer server = new NginxServer(process, folder, port);
        server.awaitStart();
        return server;
    }

    private static String configuration() throws IOException {
        try (InputStream in = NginxServer.class.getResourceAsStream("nginx.conf")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitStart() throws IOException {
        Instant end = Instant.now().plus(LONGEST_START);
        while (!accepts()) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                close();
                throw new IOException("nginx does not listen on port " + port);
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    private boolean accepts() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    @Override
    public URI baseUri() {
        return URI.create("http://127.0.0.1:" + port + "/api/v1");
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().join();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(file);
            }
        }
    }
}
