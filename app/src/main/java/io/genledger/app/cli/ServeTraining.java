package io.genledger.app.cli;

import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs the server once, and asks it what clients ask most. */
final class ServeTraining {

    private static final Pattern URL = Pattern.compile("http://\\S+");

    private final int port;

    private ServeTraining(int port) {
        this.port = port;
    }

    /**
     * Serves {@code ledger}, a new one, until it has answered.
     *
     * @throws IOException if the server does not start, or does not answer
     */
    static void run(String ledger) throws IOException {
        try (PipedInputStream notes = new PipedInputStream();
                PrintStream err =
                        new PrintStream(
                                new PipedOutputStream(notes), true, StandardCharsets.UTF_8);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(notes, StandardCharsets.UTF_8))) {
            Console console = Training.console(err);
            CompletableFuture<Integer> exitCode = serve(console, ledger);
            CompletableFuture<Void> unused = exitCode.thenRun(err::close);
            try {
                new ServeTraining(port(lines)).ask();
            } finally {
                console.shutdown().requestStop();
            }
            if (exitCode.join() != ExitCode.OK) {
                throw new IOException("serve ended with " + exitCode.join());
            }
        }
    }

    private static CompletableFuture<Integer> serve(Console console, String ledger) {
        CompletableFuture<Integer> exitCode = new CompletableFuture<>();
        String[] words = {"serve", "--listen", "127.0.0.1:0", "--no-collect", "--db", ledger};
        Thread.ofPlatform().start(() -> exitCode.complete(Main.run(console, words)));
        return exitCode;
    }

    /** The port that the server names on standard error. */
    private static int port(BufferedReader notes) throws IOException {
        return notes.lines()
                .map(URL::matcher)
                .filter(Matcher::find)
                .map(url -> URI.create(url.group()).getPort())
                .findFirst()
                .orElseThrow(() -> new IOException("serve did not start"));
    }

    /**
     * What is asked here is in memory in every server, also if it is never asked: documents to take
     * in, lists and exports are not.
     */
    private void ask() throws IOException {
        ask("POST", "/ledger/v1/generations", "[\"gen-1\"]", 202);
        ask("GET", "/api/v1/generation?id=gen-1", "", 404);
        ask("GET", "/ledger/v1/report?by=day,model", "", 200);
        ask("GET", "/health/ready", "", 200);
        ask("GET", "/metrics", "", 200);
    }

    /** By a socket: the classes of a client would only enlarge the server's cache. */
    private void ask(String method, String path, String body, int status) throws IOException {
        String head =
                "%s %s HTTP/1.1\r\nHost: localhost:%d\r\nAccept-Encoding: gzip\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
                        .formatted(method, path, port, body.length());
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            OutputStream out = socket.getOutputStream();
            out.write((head + body).getBytes(StandardCharsets.US_ASCII));
            String answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            if (!answer.startsWith("HTTP/1.1 " + status + " ")) {
                throw new IOException("%s %s: %s".formatted(method, path, answer));
            }
        }
    }
}
